package org.counterpart.replication;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.counterpart.dossier.Clock;
import org.counterpart.dossier.DossierId;
import org.counterpart.dossier.EntryId;
import org.counterpart.dossier.Fields;
import org.counterpart.dossier.Json;
import org.counterpart.dossier.Malformed;
import org.counterpart.dossier.NodeId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;

/// The small messages of a batch, as they are written and read.
class WireFormsTest {
    private static final DossierId DOSSIER = new DossierId("a".repeat(26));
    private static final EntryId ENTRY = new EntryId("1".repeat(64));
    private static final NodeId NODE = new NodeId("2".repeat(32));
    private static final NodeId MAKER = new NodeId("3".repeat(32));
    private static final Clock CLOCK = new Clock(new TreeMap<>(Map.of(NODE, 7L)));

    /// A message, its form and how that is read.
    record Form(Object message, Json.Members json, Function<Json, Object> read) {
        @Override
        public String toString() {
            return message.getClass().getSimpleName() + " " + json.values().keySet();
        }
    }

    private static Form of(Heads heads) {
        return new Form(heads, heads.json(), Heads::read);
    }

    private static Form of(Want want) {
        return new Form(want, want.json(), Want::read);
    }

    private static Form of(Kept kept) {
        return new Form(kept, kept.json(), Kept::read);
    }

    private static Form of(Declined declined) {
        return new Form(declined, declined.json(), Declined::read);
    }

    private static SortedSet<EntryId> entries(int count) {
        var entries = new TreeSet<EntryId>();
        for (int number = 0; number < count; number++) {
            entries.add(new EntryId("%064x".formatted(number)));
        }
        return entries;
    }

    private static Heads heads(SortedSet<EntryId> entries, Clock clock) {
        return new Heads(DOSSIER, entries, Heads.digest(entries), clock);
    }

    static Stream<Form> forms() {
        return Stream.of(
                of(heads(entries(2), CLOCK)),
                of(heads(entries(0), Clock.NOTHING)),
                of(heads(entries(Heads.MOST), CLOCK)),
                of(new Want(DOSSIER, entries(2), CLOCK)),
                of(new Want(DOSSIER, entries(Want.MOST), Clock.NOTHING)),
                of(new Kept.Carrying(ENTRY, NODE, MAKER, "a-key")),
                of(new Kept.HasReceipt(ENTRY, NODE)),
                of(new Declined.OfEnvelope(ENTRY, "A_CODE")),
                of(new Declined.OfParcel(ENTRY, NODE, MAKER, "A_CODE")),
                of(new Declined.OfReceipt(ENTRY, NODE, "A_CODE")));
    }

    @ParameterizedTest
    @MethodSource("forms")
    void readsBackWhatItWrote(Form form) {
        assertThat(form.read().apply(form.json())).isEqualTo(form.message());
    }

    @ParameterizedTest
    @MethodSource("forms")
    void refusesAMemberThatItDoesNotKnow(Form form) {
        malformed(form, form.json().with("unknown", 1));
    }

    private static void malformed(Form form, Json json) {
        assertThatThrownBy(() -> form.read().apply(json)).isInstanceOf(Malformed.class);
    }

    @ParameterizedTest
    @MethodSource("forms")
    void refusesWhatLacksAnyOfItsMembers(Form form) {
        for (String name : form.json().values().keySet()) {
            malformed(form, form.json().without(name));
        }
    }

    @ParameterizedTest
    @MethodSource("forms")
    void refusesAnythingButItsKindOfValue(Form form) {
        malformed(form, new Json.Text("x"));
        for (String name : form.json().values().keySet()) {
            malformed(form, form.json().with(name, true));
        }
    }

    @Test
    void refusesMoreEntriesThanOneMessageNames() {
        malformed(of(new Want(DOSSIER, entries(1), CLOCK)), over(Want.MOST));
        malformed(of(heads(entries(1), CLOCK)), overHeads());
    }

    private static Json over(int most) {
        return Wire.dossierAndEntries(DOSSIER, entries(most + 1)).with("clock", CLOCK.json());
    }

    private static Json overHeads() {
        return heads(entries(Heads.MOST + 1), CLOCK).json();
    }

    @Test
    void writesDossierAndEntriesInAscendingOrder() {
        var json = Wire.dossierAndEntries(DOSSIER, entries(2));

        assertThat(json.values()).containsOnlyKeys("dossier", "entries");
        assertThat(Wire.entries(Fields.of(json), 2)).containsExactlyElementsOf(entries(2));
    }

    @Test
    void keepsItsEntriesWhateverBecomesOfTheListThatItWasMadeOf() {
        var entries = new TreeSet<>(entries(2));
        var want = new Want(DOSSIER, entries, CLOCK);
        var heads = heads(entries, CLOCK);

        entries.clear();

        assertThat(want.entries()).hasSize(2);
        assertThat(heads.entries()).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"A", "BATCH_COME_LATER", "A1_2"})
    void takesACodeThatIsSpelledAsOne(String code) {
        assertThat(Declined.read(new Declined.OfEnvelope(ENTRY, code).json()).code())
                .isEqualTo(code);
    }

    /// It goes into a ledger, so it is no place for text.
    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "a",
                "1A",
                "_A",
                "A B",
                "A-B",
                "A\n",
                "\u00c4",
                "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"
            })
    void refusesACodeThatIsNot(String code) {
        var declined = of(new Declined.OfEnvelope(ENTRY, "A"));

        malformed(declined, declined.json().with("code", code));
    }
}
