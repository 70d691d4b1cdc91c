package org.stoppayment.cli.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.stoppayment.cli.fake.HoldSamples.freeze;
import static org.stoppayment.cli.fake.HoldSamples.proposal;

import com.google.protobuf.Timestamp;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.stoppayment.cli.output.ExitCode;
import org.stoppayment.kernel.SystemTime;
import org.stoppayment.proto.freeze.v1.FreezeState;
import org.stoppayment.proto.freeze.v1.FreezeTimelineEntry;
import org.stoppayment.proto.freeze.v1.HoldProposalKind;
import org.stoppayment.proto.freeze.v1.ListFreezesRequest;

/** Freezes are renewed, changed, lifted, resolved, listed and shown, and it is said what should be done about them. */
class HoldCommandTest extends HoldCommandTestBase {

    private static final String FIRST = "6228480000000000125";
    private static final String SECOND = "6214830000000000018";

    @Test
    void freezesAreListedByCaseStateAndEnd() {
        services.holds().list(freeze("f1"));
        Instant before = SystemTime.SOURCE.instant();

        assertThat(terminal.run("hold", "list", "--case", "c1", "--is", "in_effect,WAITING", "--ends-within", "30d"))
                .isZero();

        assertThat(terminal.out()).contains("f1", "IN_EFFECT", "140,000.00", "139,000.00", "RENEWAL, ACCEPTED");
        assertThat(terminal.err()).contains("--page next");
        assertThat(services.holds().lists()).singleElement().satisfies(asked -> {
            assertThat(asked.getCaseId()).isEqualTo("c1");
            assertThat(asked.getStatesList())
                    .containsExactly(FreezeState.FREEZE_STATE_IN_EFFECT, FreezeState.FREEZE_STATE_WAITING);
            assertThat(Instant.ofEpochSecond(asked.getEndsBefore().getSeconds()))
                    .isBetween(
                            before.plus(Duration.ofDays(30)).minusSeconds(1),
                            before.plus(Duration.ofDays(30)).plusSeconds(60));
        });
    }

    @Test
    void withoutFiltersTheServiceDecides() {
        assertThat(terminal.run("hold", "list")).isZero();

        assertThat(terminal.out()).contains("no freezes");
        assertThat(services.holds().lists())
                .containsExactly(ListFreezesRequest.newBuilder().setPageSize(50).build());
    }

    @ParameterizedTest
    @ValueSource(strings = {"--is frozen", "--ends-within soon"})
    void wrongFilterIsRefused(String filter) {
        assertThat(terminal.run(("hold list " + filter).split(" "))).isEqualTo(ExitCode.USAGE);

        assertThat(terminal.err()).containsPattern("--(is|ends-within): (frozen|soon) \\(expected: ");
        assertThat(services.holds().lists()).isEmpty();
    }

    @Test
    void allThatIsKnownAboutAFreezeIsShown() {
        assertThat(terminal.run("hold", "show", "f1")).isZero();

        assertThat(terminal.out())
                .contains(
                        "freeze    f1  IN_EFFECT  0000",
                        "account   6222020000000000018  102100099996",
                        "sum       limited to 140,000.00; the case's money there was 140,000.00",
                        "holds     139,000.00",
                        "ends      2096-10-02T15:06:40+08:00 (in ",
                        "stop      the stop before",
                        "filed     2026-7, Zhangzhou police",
                        "document  " + "b2".repeat(32),
                        "approved  Zhangzhou police ***(6), COUNTY")
                .containsSubsequence(
                        "orders about it:",
                        "renewal of f1",
                        "RENEWAL",
                        "ACCEPTED",
                        "until 2096-10-02T15:23:20+08:00",
                        "trial in autumn",
                        "what happened:",
                        "2096-10-01T14:06:40+08:00",
                        "IN_EFFECT",
                        "0000")
                .doesNotContain("陈小明", "100001", "100234");
    }

    @Test
    void whatWasPaidToVictimsOutOfAFreezeIsShownIfThereIsAny() {
        terminal.run("hold", "list");
        assertThat(terminal.out()).doesNotContain("RETURNED");
        services.holds()
                .list(freeze("f1").toBuilder()
                        .setFrozenFen(9_900_000)
                        .setReturnedFen(4_000_000)
                        .build());

        assertThat(terminal.run("hold", "list", "-o", "wide")).isZero();
        assertThat(terminal.out()).contains("RETURNED", "99,000.00", "40,000.00");

        services.holds()
                .show(freeze("f1").toBuilder()
                        .setReturnedFen(4_000_000)
                        .addTimeline(FreezeTimelineEntry.newBuilder()
                                .setState(FreezeState.FREEZE_STATE_IN_EFFECT)
                                .setCause("REFUNDED payment-1"))
                        .build());
        terminal.run("hold", "show", "f1");
        assertThat(terminal.out())
                .contains("returned  40,000.00 was paid back to victims out of it", "REFUNDED payment-1");
        terminal.run("--lang", "zh", "hold", "show", "f1");
        assertThat(terminal.out()).contains("返还    已从该冻结资金中返还受害人 40,000.00", "返还受害人 payment-1");
    }

    @Test
    void nameOfTheHolderIsShownUnmaskedOnRequest() {
        assertThat(terminal.run("hold", "show", "f1", "--unmasked")).isZero();

        assertThat(terminal.out()).contains("陈小明", "Zhangzhou police 100001, COUNTY");
    }

    @Test
    void proposalsOfACaseComeWithCommandsToPaste() {
        services.holds()
                .propose(
                        proposal(HoldProposalKind.HOLD_PROPOSAL_KIND_FILE_OR_LIFT, "unfiled", FIRST, 100),
                        proposal(HoldProposalKind.HOLD_PROPOSAL_KIND_FREEZE, caseId, FIRST, 14_000_000),
                        proposal(HoldProposalKind.HOLD_PROPOSAL_KIND_FREEZE, caseId, SECOND, 250_000),
                        proposal(HoldProposalKind.HOLD_PROPOSAL_KIND_FREEZE, "single", FIRST, 300),
                        proposal(HoldProposalKind.HOLD_PROPOSAL_KIND_LIMIT, "limited", FIRST, 123_456),
                        proposal(HoldProposalKind.HOLD_PROPOSAL_KIND_RENEW, "frozen", SECOND, 500));

        assertThat(terminal.run("hold", "propose", "--within", "7d")).isZero();

        assertThat(services.holds().proposed()).singleElement().satisfies(asked -> {
            assertThat(asked.getWithin().getSeconds()).isEqualTo(7 * 86_400);
            assertThat(asked.getCaseId()).isEmpty();
        });
        assertThat(terminal.out())
                .doesNotContain("OBJECTION")
                .containsSubsequence("FILE_OR_LIFT", FIRST, "1.00", "2.00", "FREEZE", "140,000.00", "280,000.00")
                .containsSubsequence(
                        "Case unfiled is not filed. File it, or lift what must not be held:",
                        "stoppay case file unfiled",
                        "stoppay stop lift hold of " + FIRST,
                        "--case unfiled",
                        "Case " + caseId + " is filed. Freeze all 2 accounts:",
                        "stoppay hold freeze " + caseId + " --all",
                        "Case single is filed. Freeze the account:",
                        "stoppay hold freeze single",
                        FIRST + " --institution 102100099996",
                        "Case limited: the bank holds far more",
                        "--limited 1,234.56",
                        "Case frozen: renew the freeze, or let it end:",
                        "stoppay hold renew hold of " + SECOND);
    }

    @Test
    void nothingToDoIsSaid() {
        assertThat(terminal.run("hold", "propose", caseId)).isZero();

        assertThat(terminal.out()).contains("nothing is to be done");
        assertThat(services.holds().proposed()).singleElement().satisfies(asked -> {
            assertThat(asked.getCaseId()).isEqualTo(caseId);
            assertThat(asked.hasWithin()).isFalse();
        });
    }

    @Test
    void caseShowsItsFreezesEndedOnesToo() {
        services.holds()
                .list(freeze("f1").toBuilder()
                        .setState(FreezeState.FREEZE_STATE_AUTO_LIFTED)
                        .setEndedAt(Timestamp.newBuilder().setSeconds(1_788_000_000))
                        .build());

        assertThat(terminal.run("get", caseId)).isZero();

        assertThat(terminal.out()).containsSubsequence("freezes;", "f1", "AUTO_LIFTED", "what happened");
        assertThat(services.holds().lists()).singleElement().satisfies(asked -> {
            assertThat(asked.getCaseId()).isEqualTo(caseId);
            assertThat(asked.getStatesList())
                    .contains(FreezeState.FREEZE_STATE_AUTO_LIFTED)
                    .hasSize(12);
        });
    }

    @Test
    void caseIsShownWhenItsFreezesCannotBeRead() {
        services.holds().unlistable();

        assertThat(terminal.run("get", caseId)).isZero();

        assertThat(terminal.out()).contains("what happened").doesNotContain("freezes;");
        assertThat(terminal.err()).contains("the freezes of the case cannot be read now: the database is away");
    }

    @Test
    void freezesAreShownInChinese() {
        terminal.with("LANG", "zh_CN.UTF-8");
        services.holds().propose(proposal(HoldProposalKind.HOLD_PROPOSAL_KIND_FILE_OR_LIFT, caseId, FIRST, 100));

        assertThat(terminal.run("hold", "show", "f1")).isZero();
        assertThat(terminal.out()).contains("冻结    f1  已冻结", "限额 140,000.00", "续冻", "县级", "经过：");
        assertThat(terminal.run("hold", "propose")).isZero();
        assertThat(terminal.out()).contains("立案或解除", "案件 " + caseId + " 尚未立案。");
        terminal.answering("y\n");
        assertThat(hold("renew", "f1")).isZero();
        assertThat(terminal.err()).contains("冻结将于 2096-10-02T15:06:40+08:00 到期。续冻 6 个月？");
    }
}
