package org.counterpart.dossier;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/// The restrictions that an author puts on what is said; they travel inside the entry and bind every reader.
///
/// @param codes at least one, chosen and never preset; H0 stands alone
/// @param restrictions the words that H3 demands, empty without it
/// @param recipients who may read, under H3
/// @param noArrestOnThisAlone under H3: a lead, not a ground for arrest
/// @param contactBeforeAction under H3: speak to the originator first
/// @param use what it may be used for; empty only where sources with no common purpose were put together
/// @param expires not to be read or used after; [#NEVER] where no end was set
public record Handling(
        Set<HandlingCode> codes,
        String restrictions,
        Recipients recipients,
        boolean noArrestOnThisAlone,
        boolean contactBeforeAction,
        Tlp tlp,
        Set<Purpose> use,
        Instant expires) {
    public static final Instant NEVER = Instant.ofEpochMilli(Json.MAX_NUMBER);

    private static final int MAX_WORDS = 4_000;
    private static final int MAX_DESKS = 256;

    public Handling {
        codes = Collections.unmodifiableSortedSet(new TreeSet<>(codes));
        use = Collections.unmodifiableSortedSet(new TreeSet<>(use));
        expires = Fields.asSent(expires);
        restrictions = String.join("\n", restrictions.strip().lines().toList());
        if (codes.isEmpty()) {
            throw new Malformed("a handling code must be chosen");
        }
        if (codes.contains(HandlingCode.H0) && codes.size() > 1) {
            throw new Malformed("H0 stands alone");
        }
        boolean hasCondition =
                noArrestOnThisAlone || contactBeforeAction || recipients instanceof Recipients.Only;
        if (codes.contains(HandlingCode.H3) == restrictions.isBlank()) {
            throw new Malformed("H3 needs its restriction in words, and only H3 has one");
        }
        if (hasCondition && !codes.contains(HandlingCode.H3)) {
            throw new Malformed("a condition needs H3");
        }
        if (floor(codes, recipients).isStricterThan(tlp) && tlp != Tlp.NOT_MARKED) {
            throw new Malformed(tlp.label() + " is wider than the handling codes allow");
        }
    }

    /// H2 goes no further than AMBER+STRICT; what is for named recipients is RED.
    private static Tlp floor(Set<HandlingCode> codes, Recipients recipients) {
        if (recipients instanceof Recipients.Only) {
            return Tlp.RED;
        }
        return codes.contains(HandlingCode.H2) ? Tlp.AMBER_STRICT : Tlp.CLEAR;
    }

    /// Codes without further conditions, for these purposes, without end.
    public static Handling of(Set<HandlingCode> codes, Set<Purpose> use) {
        return new Handling(
                codes,
                "",
                new Recipients.WholeAudience(),
                false,
                false,
                Tlp.NOT_MARKED,
                use,
                NEVER);
    }

    public boolean has(HandlingCode code) {
        return codes.contains(code);
    }

    /// The restrictions of all sources together: what is derived from several carries all of them.
    ///
    /// @throws Malformed when there is no source
    public static Handling union(Collection<Handling> sources) {
        return sources.stream()
                .reduce(Handling::and)
                .orElseThrow(() -> new Malformed("nothing to derive from"));
    }

    private Handling and(Handling other) {
        var all = EnumSet.copyOf(codes);
        all.addAll(other.codes);
        if (all.size() > 1) {
            all.remove(HandlingCode.H0);
        }
        var words = new ArrayList<String>(restrictions.lines().toList());
        other.restrictions
                .lines()
                .filter(line -> !line.isBlank() && !words.contains(line))
                .forEach(words::add);
        var common = new TreeSet<>(use);
        common.retainAll(other.use);
        Recipients both = recipients.and(other.recipients);
        return new Handling(
                all,
                String.join("\n", words),
                both,
                noArrestOnThisAlone || other.noArrestOnThisAlone,
                contactBeforeAction || other.contactBeforeAction,
                strictest(List.of(tlp, other.tlp, floor(all, both))),
                common,
                expires.isBefore(other.expires) ? expires : other.expires);
    }

    private static Tlp strictest(List<Tlp> labels) {
        boolean marked = labels.getFirst() != Tlp.NOT_MARKED || labels.get(1) != Tlp.NOT_MARKED;
        return marked ? labels.stream().min(Tlp::compareTo).orElseThrow() : Tlp.NOT_MARKED;
    }

    /// Whether every restriction of the other holds here too.
    public boolean isAtLeastAsStrictAs(Handling other) {
        return and(other).equals(this);
    }

    public Json.Members json() {
        Json.Members json =
                Json.object()
                        .with("codes", Json.texts(codes.stream().map(HandlingCode::name).toList()))
                        .with("use", Json.texts(use.stream().map(Purpose::name).toList()));
        if (has(HandlingCode.H3)) {
            json =
                    json.with("restrictions", restrictions)
                            .with("noArrestOnThisAlone", noArrestOnThisAlone)
                            .with("contactBeforeAction", contactBeforeAction);
        }
        if (recipients instanceof Recipients.Only(var desks)) {
            json = json.with("recipients", Json.texts(desks.stream().map(DeskId::text).toList()));
        }
        if (tlp != Tlp.NOT_MARKED) {
            json = json.with("tlp", tlp.label());
        }
        return expires.equals(NEVER) ? json : json.with("expires", expires.toEpochMilli());
    }

    /// Reads what [#json()] wrote.
    ///
    /// @throws Malformed when the members contradict each other or are not known
    public static Handling read(Fields fields) {
        boolean words = fields.has("restrictions");
        var handling =
                new Handling(
                        Set.copyOf(
                                fields.texts(
                                        "codes", 4, text -> Codes.of(HandlingCode.class, text))),
                        words ? fields.text("restrictions", MAX_WORDS) : "",
                        fields.has("recipients")
                                ? new Recipients.Only(
                                        Set.copyOf(
                                                fields.texts("recipients", MAX_DESKS, DeskId::new)))
                                : new Recipients.WholeAudience(),
                        words && fields.flag("noArrestOnThisAlone"),
                        words && fields.flag("contactBeforeAction"),
                        fields.has("tlp") ? fields.code("tlp", Tlp::of) : Tlp.NOT_MARKED,
                        Set.copyOf(
                                fields.texts(
                                        "use",
                                        Purpose.values().length,
                                        text -> Codes.of(Purpose.class, text))),
                        fields.has("expires") ? fields.instant("expires") : NEVER);
        fields.end();
        return handling;
    }
}
