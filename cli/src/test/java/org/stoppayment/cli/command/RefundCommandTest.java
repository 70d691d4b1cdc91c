package org.stoppayment.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.stoppayment.cli.fake.HoldSamples;
import org.stoppayment.cli.fake.RefundSamples;
import org.stoppayment.cli.output.ExitCode;
import org.stoppayment.cli.output.Json;
import org.stoppayment.proto.common.v1.Operator;
import org.stoppayment.proto.recovery.v1.AccountPositions;
import org.stoppayment.proto.recovery.v1.ListRefundPlansRequest;
import org.stoppayment.proto.recovery.v1.MakeRefundPlanRequest;
import org.stoppayment.proto.recovery.v1.PlanAccount;
import org.stoppayment.proto.recovery.v1.Positions;

/** {@code stoppay refund list} and {@code plan}, and {@code stoppay recovery}. */
class RefundCommandTest extends CommandTestBase {

    private static final Operator OFFICER = Operator.newBuilder()
            .setOrganisation("Shanghai police")
            .setBadgeNumber("100234")
            .build();

    @BeforeEach
    void signOn() {
        terminal.with("STOPPAY_ORGANISATION", OFFICER.getOrganisation())
                .with("STOPPAY_BADGE", OFFICER.getBadgeNumber());
    }

    private int run(String line) {
        return terminal.run(line.split(" "));
    }

    @Test
    void plansAreListedWithWhatIsMissing() {
        assertThat(run("refund list --case c1 --all --limit 7 --page p")).isZero();

        assertThat(terminal.out())
                .contains(RefundSamples.PLAN, "DRAFT", "100,000.00", RefundSamples.MULE.getNumber())
                .contains("IDENTITY_VERIFIED", RefundSamples.caseOf(3));
        assertThat(terminal.err()).contains("stoppay refund explain PLAN");
        assertThat(services.refunds().lists())
                .containsExactly(ListRefundPlansRequest.newBuilder()
                        .setCaseId("c1")
                        .setIncludeSuperseded(true)
                        .setPageSize(7)
                        .setPageToken("p")
                        .build());
    }

    @Test
    void planOfSeveralAccountsIsMadeAndExplained() {
        assertThat(run("refund plan ICBC 6222020000000000018 102100099996 6222-0200-0000-0000-026"))
                .as(terminal.err())
                .isZero();

        assertThat(terminal.out()).contains("plan      " + RefundSamples.PLAN, "How the money came");
        assertThat(services.refunds().orders())
                .containsExactly(MakeRefundPlanRequest.newBuilder()
                        .addAccounts(account("6222020000000000018"))
                        .addAccounts(account("6222020000000000026"))
                        .setOperator(OFFICER)
                        .build());
    }

    private static PlanAccount account(String number) {
        return PlanAccount.newBuilder()
                .setInstitutionCode(HoldSamples.INSTITUTION)
                .setAccountNumber(number)
                .build();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ICBC 6222020000000000018 ICBC | BANK ACCOUNT: 3 words",
                "ICBC 6222#02                  | ACCOUNT: ***",
                "Nowhere 6222020000000000018   | BANK: unknown bank: Nowhere"
            })
    void whatIsWrongIsNamedAndNothingIsSent(String accounts, String expected) {
        assertThat(run("refund plan " + accounts)).isEqualTo(ExitCode.USAGE);

        assertThat(terminal.err()).contains(expected);
        assertThat(services.refunds().orders()).isEmpty();
    }

    private String reported() {
        run("report " + ZHANGZHOU + ".report.json");
        return terminal.out().strip();
    }

    @Test
    void recoveryShowsWhoseTheMoneyOnEachAccountIs() {
        String caseId = reported();
        services.refunds()
                .share(
                        RefundSamples.shares(
                                        RefundSamples.MULE,
                                        false,
                                        false,
                                        2,
                                        RefundSamples.of(1, 40_000).toBuilder()
                                                .setCaseId(caseId)
                                                .build(),
                                        RefundSamples.of(2, 25_000))
                                .toBuilder()
                                .setIsCurrent(true)
                                .build(),
                        RefundSamples.shares(RefundSamples.SECOND, true, true, 1).toBuilder()
                                .setNeedsStatement(true)
                                .build());
        services.recovery()
                .book(AccountPositions.newBuilder()
                        .setAccount(RefundSamples.MULE)
                        .setPositions(Positions.newBuilder().setHeldFen(100).setFrozenFen(6_499_900))
                        .build());

        assertThat(run("recovery " + caseId + " -o wide")).as(terminal.err()).isZero();

        assertThat(terminal.out().lines().toList().get(1).split("\\s{2,}"))
                .containsExactly(
                        "6222020000000000018",
                        "1",
                        "40,000.00",
                        "25,000.00",
                        "0.00",
                        "0.00",
                        "in proportion",
                        "1.00",
                        "64,999.00",
                        "102100099996 工行");
        assertThat(terminal.out())
                .contains("needs statement")
                .contains("in all    of this case 40,000.00, of others 25,000.00, of holders 0.00, unknown 0.00")
                .contains("books     reported 140,000.00: held ")
                .contains(RefundSamples.PLAN);
        assertThat(terminal.err()).contains("shares of 1 account are being computed again");
    }

    @Test
    void recoveryShowsWhatWasPaidBackIfThereIsAny() {
        String caseId = reported();
        services.refunds()
                .share(RefundSamples.shares(RefundSamples.MULE, false, false, 2, RefundSamples.of(1, 40_000)));
        assertThat(run("recovery " + caseId + " -o wide")).isZero();
        assertThat(terminal.out()).doesNotContain("RETURNED", "returned");
        services.recovery()
                .book(AccountPositions.newBuilder()
                        .setAccount(RefundSamples.MULE)
                        .setPositions(Positions.newBuilder().setFrozenFen(100).setReturnedFen(6_499_900))
                        .build());

        assertThat(run("recovery " + caseId + " -o wide")).isZero();

        assertThat(terminal.out()).contains("RETURNED", "64,999.00");
    }

    @Test
    void caseOfWhichNothingIsKnownIsShownAsSuch() {
        assertThat(run("recovery 00000000-0000-0000-0000-000000000001")).isZero();

        assertThat(terminal.out())
                .contains("no account is known to hold money of the case", "nothing was booked for the case");
    }

    @Test
    void jsonOfRecoveryHasTheAnswersOfTheServices() throws Exception {
        String caseId = reported();
        services.refunds().share(RefundSamples.shares(RefundSamples.MULE, true, true, 1, RefundSamples.of(1, 5)));

        assertThat(run("recovery -o json " + caseId)).isZero();

        JsonNode all = Json.MAPPER.readTree(terminal.out());
        assertThat(all.at("/shares/accounts/0/shares/0/amountFen").asText()).isEqualTo("500");
        assertThat(all.at("/books/total/reportedFen").asText()).isEqualTo("14000000");
        assertThat(all.at("/plans/plans/0/planId").asText()).isEqualTo(RefundSamples.PLAN);
    }

    @Test
    void screensAreInChinese() {
        String caseId = reported();
        services.refunds().share(RefundSamples.shares(RefundSamples.MULE, true, true, 1, RefundSamples.of(1, 5)));

        for (String screen : new String[] {"refund list", "recovery " + caseId}) {
            assertThat(run(screen + " --lang zh")).isZero();
            ChineseScreen.requireChinese(terminal.out());
            ChineseScreen.requireFits(terminal.out());
        }
        assertThat(terminal.out()).contains("本案份额", "合计    本案", "账目    报案");
    }
}
