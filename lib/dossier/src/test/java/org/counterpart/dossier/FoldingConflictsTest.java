package org.counterpart.dossier;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/// The rows of the concurrency table that are about what was said, not about who is a member.
class FoldingConflictsTest {
    private final TestNode nigeria = TestNode.named("ngabuja");
    private final TestNode vietnam = TestNode.named("vnhanoi");
    private final TestNode kenya = TestNode.named("kenairobi");
    private final TestNode thailand = TestNode.named("thbangkok");
    private final Village village = Village.of(nigeria, vietnam, kenya, thailand);
    private final Placed target =
            village.says(nigeria, Contents.about("Plan").withAudience(audience(nigeria, vietnam)));

    /// Row 8.
    @Test
    void aRecallWinsOverAForwardAtTheSameTime() {
        Placed recall = village.acts(nigeria, new Act.Recall(target.id(), "ground"), target);
        village.acts(
                vietnam, new Act.Forward(Set.of(target.id()), audience(kenya, thailand)), target);
        assertThat(village.standing(target)).isEqualTo(Picture.Standing.RECALLED);
        assertThat(Village.recalled(village.picture(), recall).holders())
                .contains(kenya.id(), thailand.id());
    }

    /// Row 9. One author says one thing after another; what is at the same time is a second history, and void.
    @Test
    void aWithdrawalEndsAConsentThatHasNotSeenIt() {
        Placed consent = village.acts(vietnam, new Act.Consent(target.id()), target);
        Placed withdrawal = village.acts(vietnam, new Act.ConsentWithdrawn(target.id()), consent);
        assertThat(consents()).isEmpty();
        village.writes(vietnam, withdrawal);
        assertThat(consents()).isEmpty();
    }

    @Test
    void aConsentThatHasSeenTheWithdrawalStandsAgain() {
        village.acts(vietnam, new Act.Consent(target.id()));
        Placed withdrawal = village.acts(vietnam, new Act.ConsentWithdrawn(target.id()));
        assertThat(consents()).isEmpty();
        village.acts(vietnam, new Act.Consent(target.id()), withdrawal);
        assertThat(consents()).containsExactly(vietnam.id());
    }

    @Test
    void nobodyWithdrawsTheConsentOfAnother() {
        village.acts(vietnam, new Act.Consent(target.id()));
        village.acts(kenya, new Act.ConsentWithdrawn(target.id()));
        assertThat(consents()).containsExactly(vietnam.id());
    }

    /// Row 10.
    @Test
    void aConsentCountsOnlyIfItHasSeenWhatItConsentsTo() {
        Placed blind = village.acts(vietnam, new Act.Consent(target.id()), village.opening);
        assertThat(consents()).isEmpty();
        assertThat(village.standing(blind)).isEqualTo(Picture.Standing.VOID);
        village.acts(kenya, new Act.Consent(target.id()), target);
        assertThat(consents()).containsExactly(kenya.id());
    }

    @Test
    void aConsentToWhatNobodyHoldsIsVoid() {
        Placed blind = village.acts(vietnam, new Act.Consent(ActTest.ONE));
        assertThat(Village.line(village.picture(), blind).sight())
                .isEqualTo(new Sight.Voided(VoidReason.BREAKS_ITS_TYPE));
    }

    /// Row 11.
    @Test
    void aRefusalByOneOriginatorWinsOverAReleaseByAnotherAtTheSameTime() {
        Placed theirs = village.writes(thailand);
        Placed request =
                village.acts(
                        vietnam,
                        new Act.PermissionRequest(
                                Set.of(target.id(), theirs.id()),
                                audience(kenya),
                                Use.FORWARD,
                                "They have the file."));
        Placed refusal = village.acts(nigeria, refusal(request), request);
        assertThat(permission(request)).isInstanceOf(Picture.Permission.Refused.class);
        var release =
                new Act.Release(
                        request.id(),
                        Set.of(theirs.id()),
                        audience(kenya),
                        Use.FORWARD,
                        TestNode.NOON);
        Placed blind = village.acts(thailand, release, request);
        assertThat(permission(request)).isInstanceOf(Picture.Permission.Refused.class);
        village.acts(thailand, release, blind, refusal);
        assertThat(permission(request))
                .isEqualTo(new Picture.Permission.Granted(asked(request), List.of(release)));
    }

    private static Act.ReleaseRefused refusal(Placed request) {
        return new Act.ReleaseRefused(request.id(), "source-at-risk");
    }

    /// Row 12.
    @Test
    void aReleaseThatHasSeenTheRefusalCounts() {
        Placed request = request();
        Placed refusal = village.acts(nigeria, refusal(request));
        assertThat(permission(request))
                .isEqualTo(new Picture.Permission.Refused(asked(request), "source-at-risk"));
        village.acts(nigeria, release(request), refusal);
        assertThat(permission(request))
                .isEqualTo(
                        new Picture.Permission.Granted(asked(request), List.of(release(request))));
    }

    @Test
    void aRefusalAfterTheReleaseEndsIt() {
        Placed request = request();
        Placed release = village.acts(nigeria, release(request));
        village.acts(nigeria, refusal(request), release);
        assertThat(permission(request)).isInstanceOf(Picture.Permission.Refused.class);
    }

    @Test
    void onlyAnOriginatorRefusesOrReleases() {
        Placed request = request();
        village.acts(kenya, new Act.ReleaseRefused(request.id(), "not-yours"));
        assertThat(permission(request)).isInstanceOf(Picture.Permission.Asked.class);
        Placed usurped = village.acts(kenya, release(request));
        assertThat(permission(request)).isInstanceOf(Picture.Permission.Asked.class);
        assertThat(village.standing(usurped)).isEqualTo(Picture.Standing.VOID);
    }

    /// Row 13.
    @Test
    void aRecalledConsentPermitsNothing() {
        Placed consent = village.acts(vietnam, new Act.Consent(target.id()));
        village.acts(vietnam, new Act.Recall(consent.id(), "in-error"));
        assertThat(consents()).isEmpty();
    }

    @Test
    void aRecalledReleasePermitsNothing() {
        Placed request = request();
        Placed release = village.acts(nigeria, release(request));
        village.acts(nigeria, new Act.Recall(release.id(), "in-error"));
        assertThat(permission(request)).isInstanceOf(Picture.Permission.Asked.class);
    }

    @Test
    void aRecalledWithdrawalOrRefusalForbidsStill() {
        village.acts(vietnam, new Act.Consent(target.id()));
        Placed withdrawal = village.acts(vietnam, new Act.ConsentWithdrawn(target.id()));
        village.acts(vietnam, new Act.Recall(withdrawal.id(), "in-error"));
        assertThat(consents()).isEmpty();
        Placed request = request();
        Placed release = village.acts(nigeria, release(request));
        Placed refusal =
                village.acts(nigeria, new Act.ReleaseRefused(request.id(), "risk"), release);
        village.acts(nigeria, new Act.Recall(refusal.id(), "in-error"));
        assertThat(permission(request)).isInstanceOf(Picture.Permission.Refused.class);
    }

    private Placed request() {
        return village.acts(
                vietnam,
                new Act.PermissionRequest(
                        Set.of(target.id()), audience(kenya), Use.FORWARD, "They have the file."));
    }

    private Act.Release release(Placed request) {
        return new Act.Release(
                request.id(), Set.of(target.id()), audience(kenya), Use.FORWARD, TestNode.NOON);
    }

    private Act.PermissionRequest asked(Placed request) {
        return permission(request).request();
    }

    private Picture.Permission permission(Placed request) {
        return Optional.ofNullable(village.picture().permissions().get(request.id())).orElseThrow();
    }

    private Iterable<NodeId> consents() {
        return village.picture().consents().getOrDefault(target.id(), new TreeSet<>());
    }

    private static Audience audience(TestNode... nodes) {
        return Contents.audience(nodes);
    }
}
