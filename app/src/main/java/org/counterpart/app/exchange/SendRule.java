package org.counterpart.app.exchange;

import org.counterpart.app.directory.LanguageTag;
import org.counterpart.dossier.Grading;
import org.counterpart.dossier.Handling;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// What must hold before a message may leave the desk, with its source. A new rule is a new constant.
enum SendRule {
    /// UNTOC art. 18(15)(f): the request states the purpose of what it asks for.
    STATES_ITS_PURPOSE(SendingGround.PURPOSE_MISSING) {
        @Override
        boolean holds(Message message, Handling handling, Grading grading, Instant now) {
            return !(message instanceof Message.InformationRequest request)
                    || !request.purpose().isBlank();
        }
    },

    SAYS_SOMETHING(SendingGround.WORDS_MISSING) {
        @Override
        boolean holds(Message message, Handling handling, Grading grading, Instant now) {
            return message instanceof Message.RequestRefused || isSaid(words(message));
        }
    },

    /// UNTOC art. 18(14): a request is made in a language that the requested state accepts; so it says which it is in.
    SAYS_IN_WHICH_LANGUAGE(SendingGround.LANGUAGE_UNKNOWN) {
        @Override
        boolean holds(Message message, Handling handling, Grading grading, Instant now) {
            return LanguageTag.isKnown(words(message).language());
        }
    },

    /// UNTOC art. 18(26): before it refuses, the requested state looks for what it can do instead.
    SAYS_WHAT_IS_OPEN_INSTEAD(SendingGround.ALTERNATIVE_MISSING) {
        @Override
        boolean holds(Message message, Handling handling, Grading grading, Instant now) {
            return !(message instanceof Message.RequestRefused refusal)
                    || isSaid(refusal.alternative());
        }
    },

    /// Directive (EU) 2023/977 art. 5: shorter times are for urgent requests, and the urgency is shown.
    SAYS_WHY_IT_IS_URGENT(SendingGround.REASON_FOR_URGENCY_MISSING) {
        @Override
        boolean holds(Message message, Handling handling, Grading grading, Instant now) {
            return !(message instanceof Message.InformationRequest request)
                    || !request.urgency().needsAReason()
                    || !request.reason().isBlank();
        }
    },

    /// The 4x4 system (STANDARDS 4.2): graded where something is asserted, not on a question or a refusal.
    GRADES_WHAT_IT_ASSERTS(SendingGround.GRADING_MISSING) {
        @Override
        boolean holds(Message message, Handling handling, Grading grading, Instant now) {
            return switch (message) {
                case Message.InformationAnswer _, Message.SpontaneousInformation _ ->
                        grading instanceof Grading.Graded;
                case Message.InformationRequest _, Message.RequestRefused _ -> true;
            };
        }
    },

    /// Purpose limitation: a permitted use is named by whoever gives.
    NAMES_A_USE(SendingGround.USE_MISSING) {
        @Override
        boolean holds(Message message, Handling handling, Grading grading, Instant now) {
            return !handling.use().isEmpty();
        }
    },

    /// What may not be used from the start on is not sent.
    ENDS_LATER_THAN_NOW(SendingGround.DAY_IS_PAST) {
        @Override
        boolean holds(Message message, Handling handling, Grading grading, Instant now) {
            return handling.expires().isAfter(now);
        }
    };

    private final SendingGround otherwise;

    SendRule(SendingGround otherwise) {
        this.otherwise = otherwise;
    }

    abstract boolean holds(Message message, Handling handling, Grading grading, Instant now);

    private static Words words(Message message) {
        return switch (message) {
            case Message.InformationRequest request -> request.question();
            case Message.InformationAnswer answer -> answer.answer();
            case Message.SpontaneousInformation information -> information.information();
            case Message.RequestRefused refusal -> refusal.alternative();
        };
    }

    private static boolean isSaid(Words words) {
        return !words.text().isBlank();
    }

    /// Every rule that the message breaks, in their order.
    static List<SendingGround> broken(
            Message message, Handling handling, Grading grading, Instant now) {
        var grounds = new ArrayList<SendingGround>();
        for (SendRule rule : values()) {
            if (!rule.holds(message, handling, grading, now)) {
                grounds.add(rule.otherwise);
            }
        }
        return grounds;
    }
}
