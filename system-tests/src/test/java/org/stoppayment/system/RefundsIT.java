package org.stoppayment.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.stoppayment.cli.cases.CaseRun;
import org.stoppayment.cli.output.ExitCode;
import org.stoppayment.cli.output.Formats;
import org.stoppayment.cli.text.Language;
import org.stoppayment.kernel.Money;
import org.stoppayment.proto.common.v1.Transfer;
import org.stoppayment.proto.freeze.v1.Freeze;
import org.stoppayment.proto.freeze.v1.FreezeState;
import org.stoppayment.proto.freeze.v1.StopOrderState;
import org.stoppayment.proto.recovery.v1.GetRecoveryRequest;
import org.stoppayment.proto.recovery.v1.RefundPayment;
import org.stoppayment.proto.recovery.v1.RefundPlan;
import org.stoppayment.proto.recovery.v1.RefundPlanState;
import org.stoppayment.system.testkit.DispatchDesk;
import org.stoppayment.system.testkit.FreezeOffice;
import org.stoppayment.system.testkit.PackagedCommand;
import org.stoppayment.system.testkit.PdfFiles;
import org.stoppayment.system.testkit.PrintLogsOnFailure;
import org.stoppayment.system.testkit.PublicCase;
import org.stoppayment.system.testkit.RefundOffice;
import org.stoppayment.system.testkit.Reports;
import org.stoppayment.system.testkit.RunningSuite;
import org.stoppayment.system.testkit.SharedSuite;
import org.stoppayment.system.testkit.SimulatedBanks;

/** From the report to the money that is back, through all services; paid once, whatever the institution answers. */
@ExtendWith({SharedSuite.class, PrintLogsOnFailure.class})
@Isolated
class RefundsIT {

    private static final long FEN = 4_321_000;

    @TempDir
    private Path folder;

    private final RunningSuite running;
    private final DispatchDesk desk;
    private final SimulatedBanks banks;
    private final FreezeOffice freezes;
    private final RefundOffice refunds;

    RefundsIT(RunningSuite running) {
        this.running = running;
        this.desk = running.desk();
        this.banks = running.banks();
        this.freezes = new FreezeOffice(running.clients());
        this.refunds = new RefundOffice(running.clients());
    }

    @BeforeEach
    @AfterEach
    void banksBehave() {
        banks.behave();
    }

    @Test
    void victimOfAPublicCaseGetsTheMoneyBack() {
        PublicCase each = PublicCase.retold("zhangzhou-loan-140k", new Random());
        CaseRun run = new CaseRun(running.clients(), running.simulator(), InstantSource.system(), RunningSuite.TIMEOUT);
        String caseId = run.play(each.report(), each.world()).caseId();
        Transfer transfer = each.report().getTransfers(0);

        freeze(caseId, transfer);
        RefundPlan plan = refunds.payOnceSettled(caseId, transfer.getAmountFen());

        assertPaidOnce(plan, transfer);
        assertThat(refunds.pay(plan))
                .extracting(RefundPayment::getPaymentId)
                .containsExactly(refunds.payments(plan.getPlanId()).get(0).getPaymentId());
        assertThat(refunds.plan(plan.getPlanId()).getState()).isEqualTo(RefundPlanState.REFUND_PLAN_STATE_PAID);
        assertFormsAreExported(plan, transfer);
        assertToldByTheCommand(caseId, each.report().getOperator().getOrganisation(), transfer);
    }

    private void assertFormsAreExported(RefundPlan plan, Transfer transfer) {
        PackagedCommand stoppay = new PackagedCommand(
                        Language.EN, running.suite().directory().path())
                .export("STOPPAY_ORGANISATION", "city police")
                .export("STOPPAY_BADGE", "000777");

        stoppay.run("refund", "export", plan.getPlanId(), "--to", folder.toString())
                .exits(ExitCode.OK);

        assertThat(folder.resolve(plan.getPlanId()).toFile().list())
                .as("all is paid: no institution is asked to pay")
                .noneMatch(file -> file.startsWith("bank-notice"));
        for (String form : List.of("application", "flow-table", "report", "decision")) {
            assertThat(PdfFiles.textOf(folder.resolve(plan.getPlanId()), form))
                    .as(form)
                    .contains(
                            plan.getPlanId(),
                            plan.getDigest(),
                            transfer.getPayee().getNumber())
                    .contains(Money.ofFen(transfer.getAmountFen()).toString());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"PAID_AND_NOT_ANSWERED", "PAID_AND_ANSWERED_TOO_LATE", "NEITHER_PAID_NOR_ANSWERED"})
    void refundInDoubtIsPaidOnce(String doubt) {
        Transfer transfer = fromAnAccountOfItsOwn(Reports.paid(SimulatedBanks.BOC, FEN));
        String caseId = desk.report(Reports.of(transfer));
        desk.awaitOrder(caseId, transfer.getPayee().getNumber(), StopOrderState.STOP_ORDER_STATE_IN_EFFECT);
        freeze(caseId, transfer);
        refunds.awaitPayable(caseId, FEN); // then nothing more is asked, and the fault meets the refund
        running.simulator()
                .misbehave(
                        SimulatedBanks.BOC,
                        switch (doubt) {
                            case "PAID_AND_NOT_ANSWERED" -> Map.of("kind", "HANG", "books", true, "times", 1);
                            case "PAID_AND_ANSWERED_TOO_LATE" ->
                                Map.of("kind", "NONE", "delayMillis", 6_000, "times", 1);
                            default -> Map.of("kind", "HANG", "books", false, "times", 1);
                        });

        RefundPlan plan = refunds.payOnceSettled(caseId, FEN);

        assertPaidOnce(plan, transfer);
        String paymentId = refunds.payments(plan.getPlanId()).get(0).getPaymentId();
        assertThat(banks.order(paymentId).inquiries()).isNotEmpty();
    }

    /** account-freeze learns of the payment and books it as returned, some seconds after the receipt. */
    private void assertToldByTheCommand(String caseId, String station, Transfer transfer) {
        PackagedCommand stoppay =
                new PackagedCommand(Language.EN, running.suite().directory().path());
        String sum = Formats.yuan(transfer.getAmountFen());
        await().atMost(RunningSuite.TIMEOUT).untilAsserted(() -> assertThat(running.clients()
                        .recovery()
                        .getRecovery(GetRecoveryRequest.newBuilder()
                                .setCaseId(caseId)
                                .build())
                        .getTotal()
                        .getReturnedFen())
                .isEqualTo(transfer.getAmountFen()));

        stoppay.run("recovery", "report", "--by", "station").exits(ExitCode.OK).prints(station, "RETURN RATE", sum);
        stoppay.run("victim", "status", caseId)
                .exits(ExitCode.OK)
                .prints(sum + " was paid to", "Nothing is needed of you at this time.")
                .doesNotPrint(
                        transfer.getPayee().getNumber(),
                        transfer.getPayee().getName(),
                        transfer.getPayer().getNumber());
    }

    /** Freezes the only account of a case, and verifies who its victim is. */
    private void freeze(String caseId, Transfer transfer) {
        freezes.file(caseId, desk.getCase(caseId).getCase().getAcceptedAt());
        Freeze freeze = freezes.orderOnceFiled(caseId, transfer.getPayee());
        freezes.awaitState(freeze.getApplicationId(), FreezeState.FREEZE_STATE_IN_EFFECT);
        refunds.verifyIdentity(caseId);
    }

    private void assertPaidOnce(RefundPlan plan, Transfer transfer) {
        RefundPayment payment = refunds.awaitPaid(plan.getPlanId());
        assertThat(payment.getPaidFen()).isEqualTo(transfer.getAmountFen());
        assertThat(payment.getPayee().getAccount().getNumber())
                .isEqualTo(transfer.getPayer().getNumber());
        assertThat(payment.getReceiptsList()).hasSize(1);
        assertThat(payment.getFlagsList()).isEmpty();
        assertThat(banks.order(payment.getPaymentId()).effects()).isEqualTo(1);
        assertThat(banks.balanceFen(transfer.getPayer().getNumber())).isEqualTo(transfer.getAmountFen());
        assertThat(banks.balanceFen(transfer.getPayee().getNumber())).isZero();
        assertThat(banks.frozenFen(transfer.getPayee().getNumber())).isZero();
    }

    /** What comes back to it is seen on its own. */
    private static Transfer fromAnAccountOfItsOwn(Transfer transfer) {
        return transfer.toBuilder()
                .setPayer(transfer.getPayer().toBuilder().setNumber(Reports.freshNumber()))
                .build();
    }
}
