package org.counterpart.app.federation;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.counterpart.app.dossiers.CardRenewed;
import org.counterpart.app.dossiers.OwnKeys;
import org.counterpart.app.node.KeyFile;
import org.counterpart.app.node.SealingKeysRenewed;
import org.counterpart.app.node.SecretAccess;
import org.counterpart.app.node.Settings;
import org.counterpart.dossier.CanonicalJson;
import org.counterpart.dossier.Card;
import org.counterpart.dossier.Cryptography;
import org.counterpart.dossier.Digest;
import org.counterpart.dossier.Fields;
import org.counterpart.dossier.NodeId;
import org.counterpart.dossier.NodeKeys;
import org.counterpart.dossier.PublishedCryptography;
import org.counterpart.dossier.SealingKey;
import org.counterpart.dossier.Secret;
import org.counterpart.dossier.SignedCard;
import org.counterpart.dossier.StateCode;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/// This node's own card and keys. The card is made anew at start and when keys are renewed; if anything in it changed,
/// its serial grows by one and peers are told.
@Component
class OurCard implements OwnKeys {
    private final JdbcClient jdbc;
    private final KeyFile file;
    private final Settings settings;
    private final ApplicationEventPublisher events;
    private final Cryptography cryptography = new PublishedCryptography();
    private volatile NodeKeys keys;

    OurCard(JdbcClient jdbc, KeyFile file, Settings settings, ApplicationEventPublisher events) {
        this.events = events;
        this.jdbc = jdbc;
        this.file = file;
        this.settings = settings;
        this.keys = make();
    }

    @Override
    public NodeKeys now() {
        return keys;
    }

    SignedCard card() {
        return keys.card();
    }

    @EventListener
    void renewed(SealingKeysRenewed renewed) {
        NodeKeys before = keys;
        keys = make();
        if (!keys.card().equals(before.card())) {
            events.publishEvent(new CardRenewed(keys.card()));
        }
    }

    private synchronized NodeKeys make() {
        Secret signing = Secret.of(file.signingKey().bytes(SecretAccess.GRANTED));
        Optional<SignedCard> last = last();
        long serial = last.map(signed -> signed.card().serial()).orElse(0L);
        Card same = card(Math.max(serial, 1));
        SignedCard card =
                last.filter(signed -> signed.card().equals(same))
                        .orElseGet(() -> SignedCard.sign(card(serial + 1), signing, cryptography));
        keep(card);
        return new NodeKeys(card, signing, sealing());
    }

    private Card card(long serial) {
        byte[] signingKey = file.signingPublicKey();
        var newest = file.newestSealingKey();
        return new Card(
                NodeId.of(signingKey),
                new StateCode(settings.state().text()),
                serial,
                List.of(settings.listeners().federationUrl().toString()),
                Fields.encoded(signingKey),
                new SealingKey(Fields.encoded(newest.publicKey()), newest.validUntil()),
                new Digest(HexFormat.of().formatHex(file.tls().pin())),
                settings.escalation());
    }

    private List<NodeKeys.Sealing> sealing() {
        var sealing = new ArrayList<NodeKeys.Sealing>();
        for (var key : file.sealingKeys().reversed()) {
            var open = new SealingKey(Fields.encoded(key.publicKey()), key.validUntil());
            Secret secret = Secret.of(key.privateKey().bytes(SecretAccess.GRANTED));
            sealing.add(new NodeKeys.Sealing(open.id(), secret));
        }
        return sealing;
    }

    private static final String LAST =
            """
            select card
              from federation.own_card
            """;

    private Optional<SignedCard> last() {
        return jdbc.sql(LAST)
                .query(
                        (row, _) ->
                                SignedCard.read(
                                        CanonicalJson.readObject(
                                                row.getString("card").getBytes(UTF_8))))
                .optional();
    }

    private static final String KEEP =
            """
            insert into federation.own_card (serial, card)
            values (:serial, :card)
            on conflict (only_row) do update set serial = excluded.serial, card = excluded.card
            """;

    private void keep(SignedCard card) {
        jdbc.sql(KEEP)
                .param("serial", card.card().serial())
                .param("card", new String(card.json().bytes(), UTF_8))
                .update();
    }
}
