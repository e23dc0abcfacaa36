package org.counterpart.app.access;

/// Why something was not done: a stable code of the registry, and what kind of no it is.
/// The grounds of an area are an enum that implements this; a code of a library becomes one by [#of].
public interface Refusal {
    /// The code, `AREA_REASON`; sentence and next step are in `language`.
    String code();

    /// The kind, from which each door makes its own sign, such as an HTTP status.
    Kind kind();

    /// A ground that another library named.
    static Refusal of(Kind kind, String code) {
        return new Coded(kind, code);
    }

    /// One part of what was handed in cannot be read.
    static Refusal unreadable(Part part) {
        return new Unreadable(part);
    }

    /// A ground, with the part of the request to mend and what is meant there.
    static Refusal pointing(Refusal ground, Part part) {
        return new Pointing(ground, part);
    }

    /// What kind of no it is.
    enum Kind {
        /// Who asks is not known: 401.
        NOT_SIGNED_IN,
        /// Who asks is known and may not: 403.
        NOT_ALLOWED,
        /// What it is about does not exist here: 404.
        UNKNOWN,
        /// It does not go with the state of things: 409.
        CONFLICT,
        /// What was handed in cannot be meant: 422.
        BAD_INPUT,
        /// Too often: 429.
        TOO_MANY
    }

    /// A refusal that says which part of the request is to blame.
    sealed interface Blaming extends Refusal {
        Part part();
    }

    /// A refusal that has no enum of this process.
    record Coded(Kind kind, String code) implements Refusal {}

    /// A refusal that names what to mend.
    record Unreadable(Part part) implements Blaming {
        /// The code of every request that cannot be read, with or without a part that is to blame.
        public static final String CODE = "REQUEST_MALFORMED";

        @Override
        public String code() {
            return CODE;
        }

        @Override
        public Kind kind() {
            return Kind.BAD_INPUT;
        }
    }

    /// A ground that names what is meant instead: ids of this node, never what was typed.
    record Pointing(Refusal ground, Part part) implements Blaming {
        @Override
        public String code() {
            return ground.code();
        }

        @Override
        public Kind kind() {
            return ground.kind();
        }
    }
}
