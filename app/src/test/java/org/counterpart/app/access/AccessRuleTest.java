package org.counterpart.app.access;

import static org.assertj.core.api.Assertions.assertThat;

import org.counterpart.dossier.DeskId;
import org.counterpart.dossier.DossierId;
import org.counterpart.dossier.EntryId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.Arrays;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.BiFunction;

/// Who may do what, without a node: the whole table of deeds and roles, and the rules of desks above it.
class AccessRuleTest {
    private static final Random RANDOM = new Random(20_261_126);
    private static final DeskId OURS = DeskId.draw(RANDOM);
    private static final DeskId THEIRS = DeskId.draw(RANDOM);
    private static final DeskId NEIGHBOURS = DeskId.draw(RANDOM);
    private static final EntryId ENTRY = new EntryId("ab".repeat(32));
    private static final DossierId DOSSIER = new DossierId(DeskId.draw(RANDOM).text());
    private static final Parties ASKED_OF_US = Parties.of(THEIRS, Set.of(OURS));
    private static final Parties WRITTEN_BY_US = Parties.of(OURS, Set.of(THEIRS));

    AccessRuleTest() {}

    /// One row per deed, with all who may. Written out a second time, so that nobody changes a row of [Deed] in passing.
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ASK             | duty-officer supervisor prosecutor central-authority",
                "ANSWER          | duty-officer supervisor prosecutor central-authority",
                "REFUSE          | duty-officer supervisor prosecutor central-authority",
                "READ            | duty-officer supervisor prosecutor central-authority analyst",
                "SEE_INBOX       | duty-officer supervisor prosecutor central-authority analyst",
                "RECALL          | duty-officer supervisor prosecutor central-authority",
                "ANSWER_RECALL   | duty-officer supervisor prosecutor central-authority",
                "FORWARD         | duty-officer supervisor prosecutor central-authority",
                "USE_IN_COURT    | duty-officer supervisor prosecutor central-authority",
                "ASK_RELEASE     | duty-officer supervisor prosecutor central-authority",
                "RELEASE         | supervisor prosecutor central-authority",
                "SEE_MEMBERS     | duty-officer supervisor prosecutor central-authority analyst",
                "EXPORT_CONTENTS | duty-officer supervisor prosecutor central-authority analyst",
                "MANAGE_MEMBERS  | supervisor prosecutor central-authority",
                "SEE_DESKS       | duty-officer supervisor prosecutor central-authority analyst"
                        + " oversight operator",
                "MANAGE_DESKS    | operator",
                "SEE_OFFICERS    | supervisor oversight operator",
                "MANAGE_OFFICERS | operator",
                "SEE_PEERS       | supervisor oversight operator",
                "MANAGE_PEERS    | operator",
                "EXPORT_LEDGER   | oversight operator"
            })
    void eachRoleMayDoWhatItsRowSays(Deed deed, String roles) {
        Set<String> may = Set.of(roles.split(" ", -1));
        for (Role role : Role.values()) {
            assertThat(ground(officer(role, OURS), lawful(deed)))
                    .as(role + " " + deed.code())
                    .isEqualTo(
                            may.contains(role.code())
                                    ? Optional.empty()
                                    : Optional.of(refusalOf(role, deed)));
        }
    }

    private static AccessGround refusalOf(Role role, Deed deed) {
        return switch (role) {
            case OPERATOR ->
                    deed.touchesContent()
                            ? AccessGround.OPERATOR_SEES_NO_CONTENT
                            : AccessGround.NOT_THIS_ROLE;
            case OVERSIGHT ->
                    deed.touchesContent()
                            ? AccessGround.OVERSIGHT_SEES_NO_CONTENT
                            : AccessGround.NOT_THIS_ROLE;
            case DUTY_OFFICER, SUPERVISOR, PROSECUTOR, CENTRAL_AUTHORITY, ANALYST ->
                    AccessGround.NOT_THIS_ROLE;
        };
    }

    /// A doing that only the role can forbid.
    private static Action lawful(Deed deed) {
        return switch (deed) {
            case ASK -> new Action.AskOn(DOSSIER, Set.of(OURS));
            case ANSWER -> new Action.Answer(ENTRY, ASKED_OF_US, Set.of(OURS));
            case REFUSE -> new Action.Refuse(ENTRY, ASKED_OF_US, Set.of(OURS));
            case READ -> new Action.Read(ENTRY, ASKED_OF_US);
            case SEE_INBOX -> Action.Standing.SEE_INBOX;
            case RECALL -> new Action.Recall(ENTRY, WRITTEN_BY_US);
            case ANSWER_RECALL -> new Action.AnswerRecall(ENTRY, ASKED_OF_US);
            case FORWARD -> new Action.Forward(ENTRY, ASKED_OF_US);
            case USE_IN_COURT -> new Action.UseInCourt(ENTRY, ASKED_OF_US);
            case ASK_RELEASE -> new Action.AskRelease(ENTRY, ASKED_OF_US);
            case RELEASE -> new Action.Release(ENTRY, WRITTEN_BY_US);
            case SEE_MEMBERS -> new Action.SeeMembers(DOSSIER, Set.of(OURS));
            case EXPORT_CONTENTS -> new Action.ExportContents(DOSSIER, Set.of(OURS));
            case MANAGE_MEMBERS -> new Action.ManageMembers(DOSSIER, Set.of(OURS));
            case SEE_DESKS -> Action.Standing.SEE_DESKS;
            case MANAGE_DESKS -> Action.Standing.MANAGE_DESKS;
            case SEE_OFFICERS -> Action.Standing.SEE_OFFICERS;
            case MANAGE_OFFICERS -> Action.Standing.MANAGE_OFFICERS;
            case SEE_PEERS -> Action.Standing.SEE_PEERS;
            case MANAGE_PEERS -> Action.Standing.MANAGE_PEERS;
            case EXPORT_LEDGER -> Action.Standing.EXPORT_LEDGER;
        };
    }

    @Test
    void aStandingActionIsTheDeedOfItsName() {
        assertThat(Action.Standing.values())
                .allSatisfy(one -> assertThat(one.deed().name()).isEqualTo(one.name()));
    }

    @Test
    void noRoleOfTheNodeTouchesContent() {
        assertThat(Deed.values())
                .filteredOn(Deed::touchesContent)
                .allSatisfy(
                        deed ->
                                assertThat(Arrays.stream(Role.values()).filter(deed::isFor))
                                        .allMatch(Role::ofDesk));
    }

    @Test
    void whoeverLoosensMayAlsoRead() {
        for (Role role : Role.values()) {
            if (Deed.RELEASE.isFor(role) || Deed.MANAGE_MEMBERS.isFor(role)) {
                assertThat(Deed.READ.isFor(role)).as(role.code()).isTrue();
            }
        }
    }

    @Test
    void aDeskKnowsOnlyWhatConcernsIt() {
        Officer neighbour = officer(Role.SUPERVISOR, NEIGHBOURS);

        for (Parties parties : new Parties[] {ASKED_OF_US, WRITTEN_BY_US}) {
            assertThat(
                            onEntry().stream()
                                    .map(make -> ground(neighbour, make.apply(ENTRY, parties))))
                    .containsOnly(Optional.of(AccessGround.NOT_YOUR_DESK));
        }
        assertThat(ground(neighbour, new Action.AskOn(DOSSIER, Set.of(OURS))))
                .hasValue(AccessGround.NOT_YOUR_DESK);
        assertThat(ground(neighbour, new Action.SeeMembers(DOSSIER, Set.of(OURS))))
                .hasValue(AccessGround.NOT_YOUR_DESK);
        assertThat(ground(neighbour, new Action.ExportContents(DOSSIER, Set.of(OURS))))
                .hasValue(AccessGround.NOT_YOUR_DESK);
        assertThat(ground(neighbour, new Action.ManageMembers(DOSSIER, Set.of())))
                .hasValue(AccessGround.NOT_YOUR_DESK);
    }

    private static Set<BiFunction<EntryId, Parties, Action>> onEntry() {
        return Set.of(
                Action.Read::new,
                (entry, parties) -> new Action.Answer(entry, parties, Set.of(OURS)),
                (entry, parties) -> new Action.Refuse(entry, parties, Set.of(OURS)),
                Action.Recall::new,
                Action.AnswerRecall::new,
                Action.Forward::new,
                Action.UseInCourt::new,
                Action.AskRelease::new,
                Action.Release::new);
    }

    @Test
    void whatANodeWroteForNoDeskConcernsNoDesk() {
        assertThat(
                        ground(
                                officer(Role.SUPERVISOR, OURS),
                                new Action.Read(ENTRY, new Parties(Set.of(), Set.of()))))
                .hasValue(AccessGround.NOT_YOUR_DESK);
    }

    @Test
    void onlyWhoWasAskedAnswersOrRefuses() {
        Officer asker = officer(Role.DUTY_OFFICER, OURS);

        assertThat(ground(asker, new Action.Answer(ENTRY, WRITTEN_BY_US, Set.of(THEIRS))))
                .hasValue(AccessGround.NOT_ASKED_OF_YOUR_DESK);
        assertThat(ground(asker, new Action.Refuse(ENTRY, WRITTEN_BY_US, Set.of(THEIRS))))
                .hasValue(AccessGround.NOT_ASKED_OF_YOUR_DESK);
    }

    @Test
    void aDeskInCopyKnowsTheQuestionAndDoesNotAnswerIt() {
        var inCopy = Parties.of(THEIRS, Set.of(OURS, NEIGHBOURS));
        Officer neighbour = officer(Role.SUPERVISOR, NEIGHBOURS);

        assertThat(ground(neighbour, new Action.Read(ENTRY, inCopy))).isEmpty();
        assertThat(ground(neighbour, new Action.Answer(ENTRY, inCopy, Set.of(OURS))))
                .hasValue(AccessGround.NOT_ASKED_OF_YOUR_DESK);
        assertThat(ground(neighbour, new Action.Refuse(ENTRY, inCopy, Set.of(OURS))))
                .hasValue(AccessGround.NOT_ASKED_OF_YOUR_DESK);
    }

    @Test
    void theOriginatorDoesNotAnswerItsOwnRecall() {
        assertThat(
                        ground(
                                officer(Role.SUPERVISOR, OURS),
                                new Action.AnswerRecall(ENTRY, WRITTEN_BY_US)))
                .hasValue(AccessGround.NOT_ASKED_OF_YOUR_DESK);
    }

    @Test
    void onlyWhoWroteItTakesBackOrReleases() {
        Officer reader = officer(Role.SUPERVISOR, OURS);

        assertThat(ground(reader, new Action.Recall(ENTRY, ASKED_OF_US)))
                .hasValue(AccessGround.NOT_WRITTEN_BY_YOUR_DESK);
        assertThat(ground(reader, new Action.Release(ENTRY, ASKED_OF_US)))
                .hasValue(AccessGround.NOT_WRITTEN_BY_YOUR_DESK);
    }

    @Test
    void nobodyChangesTheOwnPostAndOperatorsChangeThatOfOthers() {
        Officer operator = officer(Role.OPERATOR, OURS);

        assertThat(ground(operator, new Action.ChangePost(operator.id())))
                .hasValue(AccessGround.OWN_POST);
        assertThat(ground(operator, new Action.ChangePost(OfficerId.draw(RANDOM)))).isEmpty();
        assertThat(
                        ground(
                                officer(Role.SUPERVISOR, OURS),
                                new Action.ChangePost(OfficerId.draw(RANDOM))))
                .hasValue(AccessGround.NOT_THIS_ROLE);
    }

    /// The role is told before the desk: an analyst learns nothing of whose entry it is.
    @Test
    void theRoleIsToldBeforeTheDesk() {
        assertThat(
                        ground(
                                officer(Role.ANALYST, NEIGHBOURS),
                                new Action.Recall(ENTRY, WRITTEN_BY_US)))
                .hasValue(AccessGround.NOT_THIS_ROLE);
    }

    private static Officer officer(Role role, DeskId desk) {
        return Officer.of(
                OfficerId.draw(RANDOM),
                new OfficerName("officer"),
                new Label("An officer"),
                role.ofDesk() ? new Post.OfDesk(role, desk) : new Post.OfNode(role));
    }

    /// The first objection, as [Access] tells it.
    private static Optional<AccessGround> ground(Officer officer, Action action) {
        return AccessRule.ALL.stream()
                .flatMap(rule -> rule.check(officer, action).stream())
                .findFirst();
    }
}
