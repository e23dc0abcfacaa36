package org.counterpart.dossier;

import org.counterpart.dossier.OriginatorControl.Item;

import java.util.List;
import java.util.Optional;

/// A rule of handling, with its source. New rules join [#ALL].
interface HandlingRule {
    Optional<HandlingGround> forbids(Item item);

    /// A recall ends every use, but for what a holder keeps and shows under its own law.
    HandlingRule NOT_RECALLED =
            item -> {
                boolean recalled = item.line().standing() == Picture.Standing.RECALLED;
                boolean lawful =
                        item.isKeptUnderLaw()
                                && (item.wish().use() == Use.READ
                                        || item.wish().use() == Use.COURT);
                return when(recalled && !lawful, HandlingGround.RECALLED);
            };

    /// What was derived from a recalled entry still repeats it: it is read, with that standing, and serves nothing else.
    HandlingRule NOT_RESTING_ON_RECALLED =
            item ->
                    when(
                            item.line().standing() == Picture.Standing.RESTS_ON_RECALLED
                                    && item.wish().use() != Use.READ,
                            HandlingGround.RESTS_ON_RECALLED);

    HandlingRule NOT_EXPIRED =
            item -> when(!item.now().isBefore(item.handling().expires()), HandlingGround.EXPIRED);

    /// Europol H0 and every data-protection law: use inside the stated purpose; UNTOC art. 18(19).
    /// Who states no purpose is inside none.
    HandlingRule WITHIN_ITS_PURPOSE =
            item ->
                    when(
                            item.wish().purposes().isEmpty()
                                    || !item.handling().use().containsAll(item.wish().purposes()),
                            HandlingGround.PURPOSE_NOT_PERMITTED);

    /// Europol H3: the restriction stands before the content, and a person confirms it.
    HandlingRule CONDITION_UNDERSTOOD =
            item ->
                    when(
                            item.handling().has(HandlingCode.H3)
                                    && !item.wish().conditionUnderstood(),
                            HandlingGround.CONDITION_NOT_UNDERSTOOD);

    /// Europol H3, named recipients.
    HandlingRule NAMED_RECIPIENTS_ONLY =
            item -> {
                Recipients named = item.handling().recipients();
                boolean reaches =
                        item.wish().use() != Use.FORWARD
                                ? named.include(item.wish().desk())
                                : named instanceof Recipients.WholeAudience
                                        || allNamed(item.wish().recipients(), named);
                return when(!reaches, HandlingGround.NOT_A_NAMED_RECIPIENT);
            };

    /// Europol H1: no judicial proceedings without the provider's permission.
    HandlingRule NO_COURT_UNDER_H1 =
            item ->
                    when(
                            item.wish().use() == Use.COURT && item.handling().has(HandlingCode.H1),
                            HandlingGround.H1_NEEDS_PERMISSION);

    /// Europol H2: no dissemination without the provider's permission.
    HandlingRule NO_PASSING_ON_UNDER_H2 =
            item ->
                    when(
                            passesOn(item.wish().use()) && item.handling().has(HandlingCode.H2),
                            HandlingGround.H2_NEEDS_PERMISSION);

    /// FIRST TLP 2.0: RED and AMBER stay with those who have it, GREEN in the community, CLEAR goes anywhere.
    HandlingRule TLP_REACHES =
            item -> {
                boolean blocked =
                        switch (item.handling().tlp()) {
                            case RED, AMBER_STRICT, AMBER -> passesOn(item.wish().use());
                            case GREEN -> item.wish().use() == Use.EXPORT;
                            case CLEAR, NOT_MARKED -> false;
                        };
                return when(blocked, HandlingGround.TLP_TOO_STRICT);
            };

    /// What binds an author with its own entry too.
    List<HandlingRule> FOR_EVERYBODY = List.of(NOT_RECALLED, NOT_RESTING_ON_RECALLED);

    List<HandlingRule> ALL =
            List.of(
                    NOT_RECALLED,
                    NOT_RESTING_ON_RECALLED,
                    NOT_EXPIRED,
                    WITHIN_ITS_PURPOSE,
                    CONDITION_UNDERSTOOD,
                    NAMED_RECIPIENTS_ONLY,
                    NO_COURT_UNDER_H1,
                    NO_PASSING_ON_UNDER_H2,
                    TLP_REACHES);

    /// A node without desks is nobody by name, and so is an empty list.
    private static boolean allNamed(Audience to, Recipients named) {
        return !to.desks().isEmpty()
                && to.desks().values().stream()
                        .allMatch(
                                desks ->
                                        !desks.isEmpty()
                                                && desks.stream().allMatch(named::include));
    }

    private static boolean passesOn(Use use) {
        return use == Use.FORWARD || use == Use.EXPORT;
    }

    private static Optional<HandlingGround> when(boolean forbidden, HandlingGround ground) {
        return forbidden ? Optional.of(ground) : Optional.empty();
    }
}
