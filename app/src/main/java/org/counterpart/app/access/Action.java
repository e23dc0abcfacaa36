package org.counterpart.app.access;

import org.counterpart.dossier.DeskId;
import org.counterpart.dossier.DossierId;
import org.counterpart.dossier.EntryId;

import java.util.Optional;
import java.util.Set;

/// What an officer wants to do, with what the door must know about it. The caller hands the values in; the door never
/// looks into a dossier itself.
public sealed interface Action {
    /// What kind of doing it is.
    Deed deed();

    /// What it is about, for the ledger.
    default Optional<String> subject() {
        return switch (this) {
            case OnEntry on -> Optional.of(on.entry().hex());
            case InDossier in -> Optional.of(in.dossier().text());
            case ChangePost(OfficerId officer) -> Optional.of(officer.text());
            case Standing _ -> Optional.empty();
        };
    }

    /// Doing that has no single thing as its object.
    enum Standing implements Action {
        /// A first question in a dossier of its own.
        ASK(Deed.ASK),
        /// What waits for the officer's desk.
        SEE_INBOX(Deed.SEE_INBOX),
        SEE_DESKS(Deed.SEE_DESKS),
        MANAGE_DESKS(Deed.MANAGE_DESKS),
        SEE_OFFICERS(Deed.SEE_OFFICERS),
        MANAGE_OFFICERS(Deed.MANAGE_OFFICERS),
        SEE_PEERS(Deed.SEE_PEERS),
        MANAGE_PEERS(Deed.MANAGE_PEERS),
        EXPORT_LEDGER(Deed.EXPORT_LEDGER);

        private final Deed deed;

        Standing(Deed deed) {
            this.deed = deed;
        }

        @Override
        public Deed deed() {
            return deed;
        }
    }

    /// To give another role or desk to this officer.
    record ChangePost(OfficerId officer) implements Action {
        @Override
        public Deed deed() {
            return Deed.MANAGE_OFFICERS;
        }
    }

    /// Doing on one entry.
    sealed interface OnEntry extends Action {
        EntryId entry();

        Parties parties();
    }

    /// Doing on a dossier as a whole; the desks of this node that take part are handed in.
    sealed interface InDossier extends Action {
        DossierId dossier();

        Set<DeskId> takingPart();
    }

    record Read(EntryId entry, Parties parties) implements OnEntry {
        @Override
        public Deed deed() {
            return Deed.READ;
        }
    }

    /// A partial answer is one too.
    ///
    /// @param asked the desks to which the question was put, which are fewer than those that were given it
    record Answer(EntryId entry, Parties parties, Set<DeskId> asked) implements OnEntry {
        public Answer {
            asked = Set.copyOf(asked);
        }

        @Override
        public Deed deed() {
            return Deed.ANSWER;
        }
    }

    /// To say no to a question, on a ground.
    ///
    /// @param asked as in [Answer]
    record Refuse(EntryId entry, Parties parties, Set<DeskId> asked) implements OnEntry {
        public Refuse {
            asked = Set.copyOf(asked);
        }

        @Override
        public Deed deed() {
            return Deed.REFUSE;
        }
    }

    record Recall(EntryId entry, Parties parties) implements OnEntry {
        @Override
        public Deed deed() {
            return Deed.RECALL;
        }
    }

    /// To say what became of a recalled entry here: erased, or kept under law.
    record AnswerRecall(EntryId entry, Parties parties) implements OnEntry {
        @Override
        public Deed deed() {
            return Deed.ANSWER_RECALL;
        }
    }

    /// Whether its handling allows it is decided by `lib/dossier`; this is whether the officer may try.
    record Forward(EntryId entry, Parties parties) implements OnEntry {
        @Override
        public Deed deed() {
            return Deed.FORWARD;
        }
    }

    /// To bring it before a court; whether its handling allows it, as above.
    record UseInCourt(EntryId entry, Parties parties) implements OnEntry {
        @Override
        public Deed deed() {
            return Deed.USE_IN_COURT;
        }
    }

    /// To ask the originator for what the handling does not allow.
    record AskRelease(EntryId entry, Parties parties) implements OnEntry {
        @Override
        public Deed deed() {
            return Deed.ASK_RELEASE;
        }
    }

    record Release(EntryId entry, Parties parties) implements OnEntry {
        @Override
        public Deed deed() {
            return Deed.RELEASE;
        }
    }

    /// To ask on in a dossier that exists.
    record AskOn(DossierId dossier, Set<DeskId> takingPart) implements InDossier {
        public AskOn {
            takingPart = Set.copyOf(takingPart);
        }

        @Override
        public Deed deed() {
            return Deed.ASK;
        }
    }

    record SeeMembers(DossierId dossier, Set<DeskId> takingPart) implements InDossier {
        public SeeMembers {
            takingPart = Set.copyOf(takingPart);
        }

        @Override
        public Deed deed() {
            return Deed.SEE_MEMBERS;
        }
    }

    /// To take the contents of a dossier out of the node; how far each may go is decided by `lib/dossier`.
    record ExportContents(DossierId dossier, Set<DeskId> takingPart) implements InDossier {
        public ExportContents {
            takingPart = Set.copyOf(takingPart);
        }

        @Override
        public Deed deed() {
            return Deed.EXPORT_CONTENTS;
        }
    }

    record ManageMembers(DossierId dossier, Set<DeskId> takingPart) implements InDossier {
        public ManageMembers {
            takingPart = Set.copyOf(takingPart);
        }

        @Override
        public Deed deed() {
            return Deed.MANAGE_MEMBERS;
        }
    }
}
