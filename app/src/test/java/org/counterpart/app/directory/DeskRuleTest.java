package org.counterpart.app.directory;

import static org.assertj.core.api.Assertions.assertThat;

import org.counterpart.app.directory.DeskDraft.Checked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.Collections;
import java.util.List;

/// What may be said of a desk, by an operator or by a peer: the same rules, without a node.
class DeskRuleTest {
    private static final States STATES = new States();

    DeskRuleTest() {}

    /// Lawful until a test spoils it.
    private static DeskDraft draft(String field, String value) {
        return new DeskDraft(
                field.equals("state") ? value : "VN",
                field.equals("slug") ? value : "customs",
                field.equals("authority") ? value : "Tổng cục Hải quan",
                field.equals("name") ? value : "Phòng Tình báo",
                field.equals("kind") ? value : "customs",
                List.of("vi", "en"),
                field.equals("zone") ? value : "Asia/Ho_Chi_Minh");
    }

    private static DeskDraft speaking(List<String> languages) {
        return new DeskDraft(
                "VN", "customs", "Customs", "Customs", "customs", languages, "Asia/Ho_Chi_Minh");
    }

    @Test
    void takesWhatIsSaidInAnyScript() {
        for (String name :
                List.of("مكتب الجمارك", "海关情报处", "ศุลกากร", "Douanes & Droits indirects")) {
            assertThat(draft("name", name).check(STATES)).isInstanceOf(Checked.Sound.class);
        }
    }

    @Test
    void makesTheProfileOfWhatWasSaid() {
        var sound = (Checked.Sound) draft("name", "  Intelligence  ").check(STATES);

        assertThat(sound.profile().handle()).isEqualTo("vn/customs");
        assertThat(sound.profile().name()).isEqualTo("Intelligence");
        assertThat(sound.profile().kind()).isEqualTo(DeskKind.CUSTOMS);
        assertThat(DeskDraft.of(sound.profile()).check(STATES)).isEqualTo(sound);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "state     | XX               | STATE_UNKNOWN",
                "state     | vn               | STATE_UNKNOWN",
                "state     | VNM              | STATE_UNKNOWN",
                "state     | ''               | STATE_UNKNOWN",
                "slug      | Customs          | HANDLE_MALFORMED",
                "slug      | c                | HANDLE_MALFORMED",
                "slug      | 'cus toms'       | HANDLE_MALFORMED",
                "slug      | customs@1f3a9c2b | HANDLE_MALFORMED",
                "slug      | hải-quan         | HANDLE_MALFORMED",
                "authority | '  '             | AUTHORITY_MALFORMED",
                "name      | ''               | NAME_MALFORMED",
                "kind      | ''               | KIND_UNKNOWN",
                "kind      | Customs          | KIND_UNKNOWN",
                "zone      | ''               | TIME_ZONE_UNKNOWN",
                "zone      | UTC+7            | TIME_ZONE_UNKNOWN",
                "zone      | +07:00           | TIME_ZONE_UNKNOWN",
                "zone      | asia/ho_chi_minh | TIME_ZONE_UNKNOWN"
            })
    void refusesWhatCannotBeMeant(String field, String value, DirectoryGround ground) {
        assertThat(draft(field, value).check(STATES)).isEqualTo(new Checked.Unsound(ground));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Two\nlines", "A bell\u0007", "Deleted\u007f", "Next\u0085line"})
    void aNameIsOneLineOfText(String name) {
        assertThat(draft("name", name).check(STATES))
                .isEqualTo(new Checked.Unsound(DirectoryGround.NAME_MALFORMED));
        assertThat(draft("authority", name).check(STATES))
                .isEqualTo(new Checked.Unsound(DirectoryGround.AUTHORITY_MALFORMED));
    }

    /// A character outside the first plane is one character, though two units of UTF-16.
    @Test
    void aNameHasAtMostTwoHundredCharactersOfAnyScript() {
        assertThat(draft("name", "𐤀".repeat(200)).check(STATES)).isInstanceOf(Checked.Sound.class);
        assertThat(draft("name", "𐤀".repeat(201)).check(STATES))
                .isEqualTo(new Checked.Unsound(DirectoryGround.NAME_MALFORMED));
    }

    @ParameterizedTest
    @ValueSource(strings = {"vi", "zh-Hans", "fr-CA", "ar", "sr-Latn-RS", "en-GB-oxendict"})
    void speaksWhatRfc5646CanName(String tag) {
        assertThat(speaking(List.of(tag)).check(STATES)).isInstanceOf(Checked.Sound.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "e", "en_GB", "english language", "-en", "x-private"})
    void speaksNothingElse(String tag) {
        assertThat(speaking(List.of("en", tag)).check(STATES))
                .isEqualTo(new Checked.Unsound(DirectoryGround.LANGUAGES_MALFORMED));
    }

    @Test
    void speaksOneToTwelveLanguages() {
        var wrong = new Checked.Unsound(DirectoryGround.LANGUAGES_MALFORMED);

        assertThat(speaking(List.of()).check(STATES)).isEqualTo(wrong);
        assertThat(speaking(Collections.nCopies(12, "en")).check(STATES))
                .isInstanceOf(Checked.Sound.class);
        assertThat(speaking(Collections.nCopies(13, "en")).check(STATES)).isEqualTo(wrong);
    }

    @ParameterizedTest
    @EnumSource(DeskKind.class)
    void aKindIsReadAsItIsWritten(DeskKind kind) {
        assertThat(DeskKind.of(kind.code())).hasValue(kind);
        assertThat(draft("kind", kind.code()).check(STATES)).isInstanceOf(Checked.Sound.class);
    }
}
