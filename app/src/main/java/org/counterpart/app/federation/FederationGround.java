package org.counterpart.app.federation;

import org.counterpart.app.access.Refusal;

/// Why a request of another node, or a step of our operator with one, is not done.
public enum FederationGround implements Refusal {
    /// The request is not signed in the one way that the protocol knows.
    SIGNATURE_MISSING(Kind.NOT_SIGNED_IN, false),
    /// Not the signature of the node that it names, over this request.
    SIGNATURE_WRONG(Kind.NOT_SIGNED_IN, false),
    /// The same signed request came before.
    REQUEST_REPLAYED(Kind.CONFLICT, false),
    /// No card of this node is held here.
    NODE_UNKNOWN(Kind.NOT_ALLOWED, false),
    /// One of the two operators has not accepted, or has withdrawn.
    PEERING_NOT_IN_FORCE(Kind.NOT_ALLOWED, false),
    BODY_TOO_LARGE(Kind.BAD_INPUT, false),
    BODY_MALFORMED(Kind.BAD_INPUT, false),
    /// It was meant for another node.
    NOT_ADDRESSED_TO_US(Kind.BAD_INPUT, false),
    TOO_MANY_REQUESTS(Kind.TOO_MANY, true),
    /// The disk of this node is nearly full; nothing is taken that could not be kept.
    NO_ROOM(Kind.TOO_MANY, true),
    /// This node cannot store at the moment.
    NOT_STORING(Kind.CONFLICT, true),
    /// A fault of this node; nothing was taken.
    NODE_FAILED(Kind.CONFLICT, true),
    CARD_NOT_GENUINE(Kind.BAD_INPUT, false),
    CARD_IS_OURS(Kind.BAD_INPUT, false),
    /// A newer card of that node is held.
    CARD_IS_OLDER(Kind.CONFLICT, false),
    /// What was typed is not the fingerprint of the card.
    FINGERPRINT_DIFFERS(Kind.BAD_INPUT, false),
    /// No card has a fingerprint of so many digits: a slip of the hand.
    FINGERPRINT_LENGTH(Kind.BAD_INPUT, false),
    /// An address is https://host:port.
    ADDRESS_MALFORMED(Kind.BAD_INPUT, false),
    /// Our operator accepts this node already, or does not.
    DECISION_UNCHANGED(Kind.CONFLICT, false),
    PEER_UNKNOWN(Kind.UNKNOWN, false);

    private final Kind kind;
    private final boolean again;

    FederationGround(Kind kind, boolean again) {
        this.kind = kind;
        this.again = again;
    }

    @Override
    public String code() {
        return "FEDERATION_" + name();
    }

    @Override
    public Kind kind() {
        return kind;
    }

    /// Whether another node can be told so; the rest is for our own operator.
    public boolean atTheDoor() {
        return switch (this) {
            case CARD_IS_OURS,
                    FINGERPRINT_DIFFERS,
                    FINGERPRINT_LENGTH,
                    ADDRESS_MALFORMED,
                    DECISION_UNCHANGED,
                    PEER_UNKNOWN ->
                    false;
            default -> true;
        };
    }

    /// Whether the same request may succeed later.
    public boolean mayBeTriedAgain() {
        return again;
    }
}
