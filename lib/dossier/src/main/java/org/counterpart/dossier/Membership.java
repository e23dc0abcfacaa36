package org.counterpart.dossier;

import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/// What an entry changes about the member nodes of its dossier; it stands in clear in the envelope.
///
/// All members know which nodes are members, so nothing is given away; and since every member holds every
/// envelope, every member computes the same membership. Were it sealed, an author could hand a change to some
/// members only, and the others would refuse what those accept (decision 0011).
public sealed interface Membership {
    /// Most entries.
    record Unchanged() implements Membership {}

    /// The first entry: who may read envelopes from the start, who besides the opener may add and remove.
    record Open(List<SignedCard> members, Set<NodeId> stewards, Set<Suite> suites)
            implements Membership {
        public Open {
            members = List.copyOf(members);
            stewards = Collections.unmodifiableSortedSet(new TreeSet<>(stewards));
            suites = Collections.unmodifiableSortedSet(new TreeSet<>(suites));
        }
    }

    /// A steward brings a node in; its card lets every member check what it will sign.
    record Add(SignedCard card, boolean steward) implements Membership {}

    /// A steward puts a node out; `last` is the highest sequence of that node which the steward has seen.
    record Remove(NodeId node, long last) implements Membership {}

    /// The author goes.
    record Leave() implements Membership {}

    /// The author shows a newer card.
    record Renew(SignedCard card) implements Membership {}

    int MAX_MEMBERS = 64;

    /// Additions, removals and renewals by one author in one dossier: a card renewed every month for twenty-one years, or each
    /// possible member brought in and put out twice. What is folded at every look grows with the square of it.
    int MAX_CHANGES = 256;

    default Json.Members json() {
        return switch (this) {
            case Unchanged() -> Json.object();
            case Open(var members, var stewards, var suites) ->
                    Json.object()
                            .with("act", "open")
                            .with(
                                    "members",
                                    Json.items(members.stream().map(SignedCard::json).toList()))
                            .with(
                                    "stewards",
                                    Json.texts(stewards.stream().map(NodeId::hex).toList()))
                            .with("suites", Json.texts(suites.stream().map(Suite::code).toList()));
            case Add(var card, boolean steward) ->
                    Json.object()
                            .with("act", "add")
                            .with("card", card.json())
                            .with("steward", steward);
            case Remove(var node, long last) ->
                    Json.object().with("act", "remove").with("node", node.hex()).with("last", last);
            case Leave() -> Json.object().with("act", "leave");
            case Renew(var card) -> Json.object().with("act", "renew").with("card", card.json());
        };
    }

    static Membership read(Fields fields) {
        Membership act =
                switch (fields.code("act")) {
                    case "open" ->
                            new Open(
                                    fields.list("members", MAX_MEMBERS, SignedCard::read),
                                    ascending(fields.texts("stewards", MAX_MEMBERS, NodeId::new)),
                                    ascending(
                                            fields.texts(
                                                    "suites", Suite.values().length, Suite::of)));
                    case "add" ->
                            new Add(
                                    SignedCard.read(fields.members("card")),
                                    fields.flag("steward"));
                    case "remove" ->
                            new Remove(fields.code("node", NodeId::new), fields.whole("last"));
                    case "leave" -> new Leave();
                    case "renew" -> new Renew(SignedCard.read(fields.members("card")));
                    case String other ->
                            throw new Malformed("membership act " + other + " is not known here");
                };
        fields.end();
        return act;
    }

    private static <T extends Comparable<T>> Set<T> ascending(List<T> values) {
        var set = new TreeSet<>(values);
        if (!List.copyOf(set).equals(values)) {
            throw new Malformed("a set is written in ascending order, each value once");
        }
        return set;
    }
}
