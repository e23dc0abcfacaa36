package org.counterpart.app.dossiers;

import static org.assertj.core.api.Assertions.assertThat;

import org.counterpart.app.access.Access;
import org.counterpart.app.access.Acts;
import org.counterpart.app.access.Label;
import org.counterpart.app.access.Officer;
import org.counterpart.app.access.OfficerId;
import org.counterpart.app.access.OfficerName;
import org.counterpart.app.access.Post;
import org.counterpart.app.access.Role;
import org.counterpart.app.dossiers.ExportingContents.Exported;
import org.counterpart.app.node.ANode;
import org.counterpart.dossier.Audience;
import org.counterpart.dossier.Citation;
import org.counterpart.dossier.DeskId;
import org.counterpart.dossier.DossierId;
import org.counterpart.dossier.EntryId;
import org.counterpart.dossier.Grading;
import org.counterpart.dossier.Handling;
import org.counterpart.dossier.HandlingCode;
import org.counterpart.dossier.Json;
import org.counterpart.dossier.Placed;
import org.counterpart.dossier.Purpose;
import org.counterpart.dossier.Writer;
import org.counterpart.replication.Appended;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;

/// What the doors cannot show of taking contents out: what happens in between.
@ExtendWith(ANode.Given.class)
class ExportingContentsTest {
    private static final Handling PASSED_ON_TO_NOBODY =
            Handling.of(Set.of(HandlingCode.H2), Set.of(Purpose.INVESTIGATION));

    private final DeskId customs = DeskId.draw(new Random(20_261_142));
    private final DeskId police = DeskId.draw(new Random(20_261_143));
    private final ANode node;
    private final Vault vault;

    ExportingContentsTest(ANode node) {
        this.node = node;
        this.vault = node.bean(Vault.class);
    }

    /// The clock is looked at after the dossier was read and before its contents are.
    @Test
    void whatIsErasedMeanwhileIsErasedAndWasNotExported() {
        Placed entry = written();
        var exporting =
                new ExportingContents(
                        vault,
                        node.bean(VaultTransactions.class),
                        node.bean(Access.class),
                        node.bean(Acts.class),
                        () -> {
                            vault.erase(entry.id());
                            return Chronicle.NOON;
                        });

        var exported =
                node.bean(TransactionTemplate.class)
                        .execute(_ -> exporting.export(officer(), entry.dossier(), true));

        assertThat(exported).contains(List.of(new Exported.Erased(entry.signed())));

        assertThat(exports(entry)).isZero();
    }

    @Test
    void leavesALeafForEachContentThatIsTaken() {
        Placed entry = written();

        assertThat(
                        node.bean(ExportingContents.class)
                                .export(officer(), entry.dossier(), false)
                                .orElseThrow())
                .singleElement()
                .isInstanceOf(Exported.Held.class);

        assertThat(exports(entry)).isEqualTo(1);
    }

    @Test
    void ofADossierThatIsNotHereThereIsNothing() {
        var nowhere = new DossierId("a".repeat(26));

        assertThat(node.bean(ExportingContents.class).export(officer(), nowhere, true)).isEmpty();
    }

    /// Another agency of the same state is a third party, in whatever dossier its entry lies.
    @Test
    void keepsBackWhatRestsOnAnotherDesksEntryInAnotherDossier() {
        Placed theirs = written(police, PASSED_ON_TO_NOBODY);
        Placed own = written(customs, PASSED_ON_TO_NOBODY);

        assertThat(exported(written(customs, PASSED_ON_TO_NOBODY, theirs)))
                .isInstanceOf(Exported.KeptBack.class);
        assertThat(exported(written(customs, PASSED_ON_TO_NOBODY, own)))
                .isInstanceOf(Exported.Held.class);
    }

    @Test
    void knowsWhichDeskWroteAnEntryAsLongAsItIsHeld() {
        Placed entry = written();
        assertThat(vault.writerOf(entry.id())).contains(new Writer.Desk(customs, "duty-officer"));

        vault.erase(entry.id());

        assertThat(vault.writerOf(entry.id())).isEmpty();
        assertThat(vault.writerOf(new EntryId("a".repeat(64)))).isEmpty();
    }

    private Exported exported(Placed entry) {
        return node.bean(ExportingContents.class)
                .export(officer(), entry.dossier(), true)
                .orElseThrow()
                .getFirst();
    }

    private Placed written() {
        return written(customs, Chronicle.FREE);
    }

    private Placed written(DeskId by, Handling handling, Placed... sources) {
        var draft =
                new Draft(
                        "note",
                        new Writer.Desk(by, "duty-officer"),
                        Audience.ofNodes(List.of()).with(vault.self(), customs),
                        handling,
                        new Grading.NothingAsserted(),
                        Json.object().with("text", "(constructed)"),
                        Stream.of(sources)
                                .map(one -> new Citation(one.dossier(), one.id(), one.author()))
                                .toList());
        return switch (vault.open(Set.of(), draft)) {
            case Appended.Done(var placed, _) -> placed;
            case Appended.Refused(var code) -> throw new AssertionError(code);
        };
    }

    private Officer.OfDesk officer() {
        return new Officer.OfDesk(
                new OfficerId("a".repeat(26)),
                new OfficerName("reader"),
                new Label("Reader of a desk"),
                new Post.OfDesk(Role.ANALYST, customs));
    }

    private long exports(Placed entry) {
        return node.bean(JdbcClient.class)
                .sql(
                        """
                        select count(*) from proof.leaf
                         where act like '%content-exported%' and act like '%' || :id || '%'
                        """)
                .param("id", entry.id().hex())
                .query(Long.class)
                .single();
    }
}
