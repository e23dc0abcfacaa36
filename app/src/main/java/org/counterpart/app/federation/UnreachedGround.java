package org.counterpart.app.federation;

/// Why another node was not reached, as far as this side can tell.
public enum UnreachedGround {
    /// Its card has no address.
    NO_ADDRESS,
    /// The host name has no IP address.
    NAME_UNKNOWN,
    /// This node stopped meanwhile.
    INTERRUPTED,
    TLS_KEY_NOT_THAT_OF_THE_CARD,
    CONNECT_TIMED_OUT,
    ANSWER_TIMED_OUT,
    CONNECTION_REFUSED,
    CONNECTION_BROKE,
    ANSWER_TOO_LARGE,
    ANSWER_NOT_UNDERSTOOD;

    /// The stable code.
    public String code() {
        return "FEDERATION_UNREACHED_" + name();
    }
}
