package org.counterpart.app.access;

import org.counterpart.dossier.DeskId;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/// What must hold before an officer may do something. New rules join ALL, with their source; the first that objects
/// is the one that is told.
interface AccessRule {
    Optional<AccessGround> check(Officer officer, Action action);

    /// `docs/architecture.md`, "Trust": no administrator has a door to content. Even when operator and analyst are one
    /// person at a small desk, they are two officers here, with two tokens and two traces in the ledger.
    AccessRule OPERATORS_SEE_NO_CONTENT =
            (officer, action) ->
                    when(
                            action.deed().touchesContent() && officer.role() == Role.OPERATOR,
                            AccessGround.OPERATOR_SEES_NO_CONTENT);

    /// Oversight checks that rules were kept, from the ledger. What was said stays between those who said it; access
    /// under law is a request to the desk (UNTOC art. 18(5), 18(20): confidentiality of what was transmitted).
    AccessRule OVERSIGHT_SEES_NO_CONTENT =
            (officer, action) ->
                    when(
                            action.deed().touchesContent() && officer.role() == Role.OVERSIGHT,
                            AccessGround.OVERSIGHT_SEES_NO_CONTENT);

    /// The table of [Deed].
    AccessRule THE_ROLE_MAY =
            (officer, action) ->
                    when(!action.deed().isFor(officer.role()), AccessGround.NOT_THIS_ROLE);

    /// `docs/standards.md` 4.6, third-party rule: another agency of the same state is a third party. Between desks of
    /// one node nothing but this rule enforces it (`docs/protocol.md` 8).
    AccessRule NEED_TO_KNOW =
            (officer, action) -> when(!concerns(officer, action), AccessGround.NOT_YOUR_DESK);

    /// UNTOC art. 18(24), 18(25): the requested side executes or refuses; a desk in copy does not speak for it. A recall
    /// asks its holders, never the originator.
    AccessRule ONLY_THE_ASKED_ANSWER =
            (officer, action) ->
                    when(
                            asked(action).filter(desks -> !among(desks, officer)).isPresent(),
                            AccessGround.NOT_ASKED_OF_YOUR_DESK);

    /// `docs/standards.md` 4.1 and 4.6: only the originator removes a restriction or takes back.
    AccessRule ONLY_THE_AUTHOR_DISPOSES =
            (officer, action) ->
                    when(
                            action instanceof Action.OnEntry on
                                    && Set.of(Deed.RECALL, Deed.RELEASE).contains(on.deed())
                                    && !among(on.parties().authors(), officer),
                            AccessGround.NOT_WRITTEN_BY_YOUR_DESK);

    /// Separation of duties, ISO/IEC 27001:2022 A.5.3: who manages officers does not make itself one who reads.
    AccessRule NOBODY_CHANGES_THE_OWN_POST =
            (officer, action) ->
                    when(
                            action instanceof Action.ChangePost(OfficerId other)
                                    && other.equals(officer.id()),
                            AccessGround.OWN_POST);

    List<AccessRule> ALL =
            List.of(
                    OPERATORS_SEE_NO_CONTENT,
                    OVERSIGHT_SEES_NO_CONTENT,
                    THE_ROLE_MAY,
                    NEED_TO_KNOW,
                    ONLY_THE_ASKED_ANSWER,
                    ONLY_THE_AUTHOR_DISPOSES,
                    NOBODY_CHANGES_THE_OWN_POST);

    private static Optional<AccessGround> when(boolean broken, AccessGround ground) {
        return broken ? Optional.of(ground) : Optional.empty();
    }

    /// The desks that must answer, where the doing is an answer.
    private static Optional<Set<DeskId>> asked(Action action) {
        return switch (action) {
            case Action.Answer(_, _, var desks) -> Optional.of(desks);
            case Action.Refuse(_, _, var desks) -> Optional.of(desks);
            case Action.AnswerRecall(_, var parties) -> Optional.of(parties.addressed());
            case Action.Read _,
                    Action.Recall _,
                    Action.Forward _,
                    Action.UseInCourt _,
                    Action.AskRelease _,
                    Action.Release _,
                    Action.InDossier _,
                    Action.ChangePost _,
                    Action.Standing _ ->
                    Optional.empty();
        };
    }

    private static boolean concerns(Officer officer, Action action) {
        return switch (action) {
            case Action.OnEntry on ->
                    among(on.parties().authors(), officer)
                            || among(on.parties().addressed(), officer);
            case Action.InDossier in -> among(in.takingPart(), officer);
            case Action.ChangePost _, Action.Standing _ -> true;
        };
    }

    private static boolean among(Set<DeskId> desks, Officer officer) {
        return officer.desk().filter(desks::contains).isPresent();
    }
}
