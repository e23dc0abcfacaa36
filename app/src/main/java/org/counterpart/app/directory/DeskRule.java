package org.counterpart.app.directory;

import org.counterpart.dossier.StateCode;

import java.time.ZoneId;
import java.util.IllformedLocaleException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// What must be true of what is said about a desk. New rules join ALL, with their source.
interface DeskRule {
    Optional<DirectoryGround> check(DeskDraft draft, States states);

    /// ISO 3166-1, as in `reference/geo/states.csv`.
    DeskRule IN_A_STATE =
            (draft, states) ->
                    unless(
                            draft.state().matches("[A-Z]{2}")
                                    && states.find(new StateCode(draft.state())).isPresent(),
                            DirectoryGround.STATE_UNKNOWN);

    /// Typed on every keyboard and said over the phone, so ASCII, whatever the desk's script.
    DeskRule CALLED_SHORTLY =
            (draft, _) ->
                    unless(
                            draft.slug().matches("[a-z][a-z0-9-]{1,39}"),
                            DirectoryGround.HANDLE_MALFORMED);

    DeskRule OF_AN_AUTHORITY =
            (draft, _) -> unless(isLine(draft.authority()), DirectoryGround.AUTHORITY_MALFORMED);

    DeskRule NAMED = (draft, _) -> unless(isLine(draft.name()), DirectoryGround.NAME_MALFORMED);

    /// RFC 5646: well-formed language tags.
    DeskRule SPEAKING =
            (draft, _) ->
                    unless(
                            !draft.languages().isEmpty()
                                    && draft.languages().size() <= Limit.LANGUAGES_OF_A_DESK.value()
                                    && draft.languages().stream().allMatch(DeskRule::isLanguage),
                            DirectoryGround.LANGUAGES_MALFORMED);

    /// The IANA time zone database; offsets are refused, because they forget summer time.
    DeskRule SOMEWHERE =
            (draft, _) ->
                    unless(
                            ZoneId.getAvailableZoneIds().contains(draft.zone()),
                            DirectoryGround.TIME_ZONE_UNKNOWN);

    List<DeskRule> ALL =
            List.of(IN_A_STATE, CALLED_SHORTLY, OF_AN_AUTHORITY, NAMED, SPEAKING, SOMEWHERE);

    private static Optional<DirectoryGround> unless(boolean held, DirectoryGround ground) {
        return held ? Optional.empty() : Optional.of(ground);
    }

    private static boolean isLine(String text) {
        return !text.isBlank()
                && text.codePointCount(0, text.length()) <= Limit.CHARACTERS_OF_A_NAME.value()
                && text.codePoints().noneMatch(Character::isISOControl);
    }

    private static boolean isLanguage(String tag) {
        try {
            return !new Locale.Builder().setLanguageTag(tag).build().getLanguage().isEmpty();
        } catch (IllformedLocaleException _) {
            return false; // That is the answer.
        }
    }
}
