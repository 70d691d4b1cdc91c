package org.stoppayment.freeze.parties;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.stoppayment.proto.freeze.v1.StopOrderState.STOP_ORDER_STATE_DECLINED;
import static org.stoppayment.proto.freeze.v1.StopOrderState.STOP_ORDER_STATE_IN_EFFECT;

import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.stoppayment.freeze.testkit.Bank;
import org.stoppayment.freeze.testkit.Report;
import org.stoppayment.freeze.testkit.TracingFixture;
import org.stoppayment.proto.common.v1.Account;
import org.stoppayment.proto.freeze.v1.Alert;
import org.stoppayment.proto.freeze.v1.AlertKind;
import org.stoppayment.proto.freeze.v1.ListAlertsRequest;
import org.stoppayment.proto.freeze.v1.StopOrder;

/** Who is a payer of a case: what corrections, other cases and late deliveries change. */
@QuarkusTest
class PayersTest extends TracingFixture {

    private static final String VICTIM = "郑某";
    private static final String STRANGER = "王五";

    private final String caseId = newCase();
    private final String transferId = newCase();
    private final Account card = named(account(), VICTIM);
    private final Account second = named(account(), "");
    private final Account mule = named(account(), "卡主甲");

    @ParameterizedTest
    @ValueSource(strings = {VICTIM, ""})
    void numbersThatWereSwappedAndCorrectedStopTheMule(String typedPayerName) {
        Account muleAsPayer = named(mule, typedPayerName);
        Account cardAsPayee = named(card, mule.getName());
        gateway().onSend(card.getNumber(), Bank.says("0301"));
        moved(mule, 50_000);
        freeze().deliver(report().transfer(transferId, muleAsPayer, cardAsPayee, 50_000, IN, ""));
        awaitOrder(caseId, card, STOP_ORDER_STATE_DECLINED);

        freeze().deliver(supplement().correcting(transferId, card, mule, 50_000));

        awaitOrder(caseId, mule, STOP_ORDER_STATE_IN_EFFECT);
        assertThat(awaitTrace(caseId).getTotal().getReportedFen()).isEqualTo(50_000);
        assertThat(freeze().progress(caseId).getReportedFen()).isEqualTo(50_000);
        assertThat(gateway().sendsTo(card.getNumber())).hasSize(1);
    }

    @Test
    void payeeThatIsNoPayerAfterACorrectionIsStopped() {
        moved(mule, 50_000);
        moved(second, 80_000);
        freeze().deliver(report().paidFrom(card, second, 80_000, IN)
                .transfer(transferId, second, mule, 50_000, IN.plusSeconds(1), ""));
        awaitOrder(caseId, mule, STOP_ORDER_STATE_IN_EFFECT);
        assertThat(gateway().sendsTo(second.getNumber())).isEmpty();

        freeze().deliver(supplement().correcting(transferId, card, mule, 50_000));

        awaitStopped(second);
        assertThat(awaitTrace(caseId).getTotal().getReportedFen()).isEqualTo(130_000);
    }

    @Test
    void payeeThatWasAPayerOnlyByATransferWithoutAPayeeIsStoppedOnceThatIsCorrected() {
        moved(mule, 20_000);
        moved(second, 80_000);
        freeze().deliver(report().paidFrom(card, second, 80_000, IN).alsoPaid(transferId, second));
        assertThat(freeze().progress(caseId).getOrdersList()).isEmpty();

        freeze().deliver(supplement().correctingPayer(transferId, card, mule, 20_000));

        awaitOrder(caseId, mule, STOP_ORDER_STATE_IN_EFFECT);
        awaitStopped(second);
        assertThat(awaitTrace(caseId).getTotal().getReportedFen()).isEqualTo(100_000);
    }

    @Test
    void victimWhomAnotherCaseStoppedIsTold() {
        String otherCase = newCase();
        Account otherMule = named(account(), "卡主丙");
        moved(otherMule, 0, to(card, "1", 30_000, 30));
        moved(card, 30_000);
        moved(mule, 10_000);
        freeze().deliver(Report.of(otherCase).victim("吴某").paidFrom(named(account(), "吴某"), otherMule, 30_000, IN));
        StopOrder stop = awaitOrder(otherCase, card, STOP_ORDER_STATE_IN_EFFECT);

        freeze().deliver(report().paidFrom(card, mule, 10_000, IN));
        freeze().deliver(supplement().paidFrom(card, mule, 10_000, IN.plusSeconds(1)));

        awaitOrder(caseId, mule, STOP_ORDER_STATE_IN_EFFECT);
        assertThat(alerts(AlertKind.ALERT_KIND_VICTIM_ACCOUNT)).singleElement().satisfies(alert -> {
            assertThat(alert.getApplicationId()).isEqualTo(stop.getApplicationId());
            assertThat(alert.getDetail())
                    .isEqualTo("OTHER_VICTIM of case " + caseId + ", stopped in case " + otherCase);
        });
        assertThat(freeze().order(stop.getApplicationId()).getState()).isEqualTo(STOP_ORDER_STATE_IN_EFFECT);
    }

    @Test
    void muleThatPaidOnAndThatAnotherCaseStoppedIsNoVictim() {
        Account next = named(account(), "卡主丁");
        moved(mule, 30_000);
        moved(next, 5_000);
        freeze().deliver(Report.of(newCase()).victim("吴某").paidFrom(named(account(), "吴某"), mule, 30_000, IN));
        freeze().deliver(report().paidFrom(card, mule, 10_000, IN).paidFrom(mule, next, 5_000, IN));

        awaitOrder(caseId, next, STOP_ORDER_STATE_IN_EFFECT);
        assertThat(alerts(AlertKind.ALERT_KIND_VICTIM_ACCOUNT)).isEmpty();
    }

    @Test
    void supplementThatComesBeforeItsReportDoesNotStopTheVictimsSecondCard() {
        Account onward = named(account(), "卡主丁");
        moved(onward, 30_000);
        moved(mule, 10_000);

        freeze().deliver(supplement().paidFrom(card, second, 30_000, IN).paidFrom(second, onward, 30_000, IN));

        awaitOrder(caseId, onward, STOP_ORDER_STATE_IN_EFFECT);
        freeze().deliver(report().paidFrom(card, mule, 10_000, IN));
        awaitOrder(caseId, mule, STOP_ORDER_STATE_IN_EFFECT);
        assertThat(awaitTrace(caseId).getTotal().getReportedFen()).isEqualTo(40_000);
        assertThat(gateway().sendsTo(second.getNumber())).isEmpty();
    }

    @Test
    void supplementIsTakenAfterTheReportThatCameInTheSameDelivery() {
        Account onward = named(account(), "卡主丁");
        moved(onward, 30_000);
        moved(mule, 10_000);

        freeze().deliver(
                        Report.supplement(caseId)
                                .paidFrom(card, second, 30_000, IN)
                                .paidFrom(second, onward, 30_000, IN),
                        report().paidFrom(card, mule, 10_000, IN));

        awaitOrder(caseId, onward, STOP_ORDER_STATE_IN_EFFECT);
        awaitOrder(caseId, mule, STOP_ORDER_STATE_IN_EFFECT);
        assertThat(awaitTrace(caseId).getTotal().getReportedFen()).isEqualTo(40_000);
        assertThat(gateway().sendsTo(second.getNumber())).isEmpty();
    }

    @Test
    void peopleAreToldWhenAReportStopsWhatItsEarlierSupplementNamesAsPayer() {
        moved(second, 30_000);
        moved(mule, 30_000);
        freeze().deliver(supplement().paidFrom(second, mule, 30_000, IN));
        awaitOrder(caseId, mule, STOP_ORDER_STATE_IN_EFFECT);

        freeze().deliver(report().paidFrom(card, second, 30_000, IN));

        StopOrder stop = awaitOrder(caseId, second, STOP_ORDER_STATE_IN_EFFECT);
        await().atMost(PATIENCE).until(() -> {
            book();
            return freeze().progress(caseId).getReportedFen() == 30_000;
        });
        assertThat(alerts(AlertKind.ALERT_KIND_OWN_ACCOUNT_STOPPED))
                .extracting(Alert::getApplicationId)
                .containsExactly(stop.getApplicationId());
    }

    @Test
    void payeeWhoseHolderIsKnownFromAnotherCaseIsStoppedByTheFirstReport() {
        tellStranger();
        moved(mule, 50_000);

        freeze().deliver(report().paidFrom(card, second, 80_000, IN).paidFrom(second, mule, 50_000, IN));

        awaitOrder(caseId, second, STOP_ORDER_STATE_IN_EFFECT);
        awaitOrder(caseId, mule, STOP_ORDER_STATE_IN_EFFECT);
        assertThat(awaitTrace(caseId).getTotal().getReportedFen()).isEqualTo(80_000);
    }

    @Test
    void payeeWhoseHolderIsToldLaterIsStoppedThen() {
        moved(mule, 50_000);
        freeze().deliver(report().paidFrom(card, second, 80_000, IN).paidFrom(second, mule, 50_000, IN));
        awaitOrder(caseId, mule, STOP_ORDER_STATE_IN_EFFECT);
        assertThat(awaitTrace(caseId).getTotal().getReportedFen()).isEqualTo(50_000);
        assertThat(gateway().sendsTo(second.getNumber())).isEmpty();

        tellStranger();

        awaitStopped(second);
        assertThat(awaitTrace(caseId).getTotal().getReportedFen()).isEqualTo(80_000);
    }

    /** The bank of another case's mule tells of a small payment to {@code second}, and whose account it is. */
    private void tellStranger() {
        String otherCase = newCase();
        Account otherMule = named(account(), "卡主丙");
        moved(second, 30_000);
        moved(otherMule, 99_000, to(named(second, STRANGER), "1", 1_000, 30));
        freeze().deliver(Report.of(otherCase).victim("吴某").paidFrom(named(account(), "吴某"), otherMule, 100_000, IN));
        awaitOrder(otherCase, otherMule, STOP_ORDER_STATE_IN_EFFECT);
        awaitTrace(otherCase);
    }

    /** The case claims the account, and an order of ours, of whatever case, stops it. */
    private void awaitStopped(Account account) {
        await().atMost(PATIENCE).until(() -> {
            book();
            return isReached(freeze().trace(caseId), account)
                    && gateway().sendsTo(account.getNumber()).size() == 1;
        });
    }

    private Report report() {
        return Report.of(caseId).victim(VICTIM);
    }

    private Report supplement() {
        return Report.supplement(caseId).victim(VICTIM);
    }

    private static Account named(Account account, String name) {
        return account.toBuilder().setName(name).build();
    }

    private List<Alert> alerts(AlertKind kind) {
        alert();
        return freeze()
                .officer()
                .listAlerts(ListAlertsRequest.newBuilder().setPageSize(200).build())
                .getAlertsList()
                .stream()
                .filter(alert -> alert.getKind() == kind)
                .toList();
    }
}
