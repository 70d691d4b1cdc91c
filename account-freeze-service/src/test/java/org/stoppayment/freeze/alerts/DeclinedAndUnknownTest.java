package org.stoppayment.freeze.alerts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.stoppayment.proto.freeze.v1.AlertKind.ALERT_KIND_MONEY_UNKNOWN;
import static org.stoppayment.proto.freeze.v1.AlertKind.ALERT_KIND_ORDER_DECLINED;
import static org.stoppayment.proto.freeze.v1.StopOrderState.STOP_ORDER_STATE_ACCEPTED;
import static org.stoppayment.proto.freeze.v1.StopOrderState.STOP_ORDER_STATE_DECLINED;
import static org.stoppayment.proto.freeze.v1.StopOrderState.STOP_ORDER_STATE_IN_EFFECT;

import io.quarkus.test.junit.QuarkusTest;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.stoppayment.freeze.testkit.AttentionFixture;
import org.stoppayment.freeze.testkit.Bank;
import org.stoppayment.freeze.testkit.Outcomes;
import org.stoppayment.freeze.testkit.Report;
import org.stoppayment.proto.common.v1.Account;
import org.stoppayment.proto.freeze.v1.Alert;
import org.stoppayment.proto.gateway.v1.Feedback;

/** People are alerted to orders that were declined and to money that nobody has located: each once. */
@QuarkusTest
class DeclinedAndUnknownTest extends AttentionFixture {

    @Test
    void declinedOrderIsAlertedOnceWithItsCodeAndFieldsAndNoPersonalData() {
        gateway().onSend(payee.getNumber(), Bank.answers(Outcomes.accepted()));
        freeze().deliver(Report.of(caseId).paid(payee, 1_000));
        String id = awaitOrder(caseId, STOP_ORDER_STATE_ACCEPTED).getApplicationId();

        for (int i = 0; i < 2; i++) {
            freeze().callBack(
                            payee.getInstitutionCode(),
                            Feedback.newBuilder()
                                    .setApplicationId(id)
                                    .setResultCode("0301")
                                    .addMismatched("account.name")
                                    .addMismatched("transfers[0].amountFen")
                                    .addMismatched(payee.getNumber())
                                    .addMismatched(Report.NAME));
        }

        alert();
        assertThat(alerts(ALERT_KIND_ORDER_DECLINED)).singleElement().satisfies(told -> {
            assertThat(told.getCaseId()).isEqualTo(caseId);
            assertThat(told.getApplicationId()).isEqualTo(id);
            assertThat(told.getDetail()).isEqualTo("0301 account.name transfers[0].amountFen ? ?");
        });
    }

    @Test
    void orderThatIsDeclinedHereIsAlerted() {
        useUpTheStopsOfThePayee();
        assertThat(alerts(ALERT_KIND_ORDER_DECLINED)).isEmpty();

        freeze().deliver(Report.of(caseId).paid(payee, 1_000));
        String id = awaitOrder(caseId, STOP_ORDER_STATE_DECLINED).getApplicationId();

        assertThat(alerts(ALERT_KIND_ORDER_DECLINED)).singleElement().satisfies(told -> {
            assertThat(told.getApplicationId()).isEqualTo(id);
            assertThat(told.getDetail()).isEqualTo("1304");
        });
    }

    @Test
    void moneyThatIsMissingFromAStoppedAccountIsAlertedOnce() {
        String id = stopped(payee, 100_000, 100_000 - THRESHOLD - 1);
        bookAll();
        bookAll();

        assertThat(alerts(ALERT_KIND_MONEY_UNKNOWN)).singleElement().satisfies(told -> {
            assertThat(told.getCaseId()).isEqualTo(caseId);
            assertThat(told.getApplicationId()).isEqualTo(id);
            assertThat(told.getDetail()).isEqualTo("IN_EFFECT: nobody has located 10001 fen of the case's 100000");
        });
    }

    @Test
    void moneyUpToTheThresholdIsNotAlerted() {
        stopped(payee, 100_000, 100_000 - THRESHOLD);
        bookAll();

        assertThat(alerts(ALERT_KIND_MONEY_UNKNOWN)).isEmpty();
    }

    @Test
    void moneyIsAlertedAgainOnceTwiceAsMuchIsUnknown() {
        stopped(payee, THRESHOLD + 1, 0);
        bookAll();
        freeze().deliver(Report.of(caseId).paid(payee, 9_000));
        bookAll();
        assertThat(alerts(ALERT_KIND_MONEY_UNKNOWN)).hasSize(1);

        freeze().deliver(Report.of(caseId).paid(payee, 9_000));
        bookAll();

        assertThat(alerts(ALERT_KIND_MONEY_UNKNOWN))
                .extracting(Alert::getDetail)
                .anySatisfy(detail -> assertThat(detail).contains("28001 fen"))
                .hasSize(2);
    }

    @Test
    void moneyIsAlertedOnceTheLastBookingsHaveComeAndDoNotSayWhereItIs() {
        Instant stoppedAt = time.stand();
        Account second = account();
        String id = stoppedBeforeItsBookingsCame(stoppedAt, 100_000, 20_000);
        bookAll();
        assertThat(alerts(ALERT_KIND_MONEY_UNKNOWN)).isEmpty();

        freeze().callBack(
                        payee.getInstitutionCode(),
                        Outcomes.stopped(id, stoppedAt, 20_000).addOutflows(to(second, "1", 30_000, 5)));
        awaitOrder(caseId, second, STOP_ORDER_STATE_IN_EFFECT);
        bookAll();

        assertThat(alerts(ALERT_KIND_MONEY_UNKNOWN)).singleElement().satisfies(told -> {
            assertThat(told.getApplicationId()).isEqualTo(id);
            assertThat(told.getDetail()).isEqualTo("IN_EFFECT: nobody has located 50000 fen of the case's 100000");
        });
    }

    @Test
    void moneyIsAlertedOnceNoBookingsComeAnyMore() {
        Instant stoppedAt = time.stand();
        String id = stoppedBeforeItsBookingsCame(stoppedAt, 100_000, 20_000);
        bookAll();
        assertThat(alerts(ALERT_KIND_MONEY_UNKNOWN)).isEmpty();

        freeze().callBack(payee.getInstitutionCode(), Outcomes.stopped(id, stoppedAt, 20_000));
        bookAll();

        assertThat(alerts(ALERT_KIND_MONEY_UNKNOWN)).hasSize(1);
    }
}
