package org.stoppayment.freeze.tracing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;
import static org.stoppayment.freeze.testkit.FakeGateway.ABC;
import static org.stoppayment.freeze.testkit.FakeGateway.ICBC;
import static org.stoppayment.proto.freeze.v1.AlertKind.ALERT_KIND_BOOKING_UNCLEAR;
import static org.stoppayment.proto.freeze.v1.StopOrderState.STOP_ORDER_STATE_IN_EFFECT;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.stoppayment.freeze.testkit.FakeGateway;
import org.stoppayment.freeze.testkit.Outcomes;
import org.stoppayment.freeze.testkit.Report;
import org.stoppayment.freeze.testkit.TracingFixture;
import org.stoppayment.proto.common.v1.Account;
import org.stoppayment.proto.freeze.v1.Alert;
import org.stoppayment.proto.freeze.v1.ListAlertsRequest;
import org.stoppayment.proto.freeze.v1.Trace;
import org.stoppayment.proto.freeze.v1.TracedTransfer;
import org.stoppayment.proto.gateway.v1.Feedback;
import org.stoppayment.proto.gateway.v1.OutflowKind;

/** Institutions that use one serial for several bookings: each is stored, and each payee gets its order. */
@QuarkusTest
class ReusedSerialTest extends TracingFixture {

    private final String caseId = newCase();
    private final Account a = account();
    private final Account b = Report.account(ABC);
    private final Account c = account();

    @Inject
    DataSource source;

    @Test
    void twoPayeesUnderOneSerialInOneFeedbackBothGetOrders() {
        moved(a, 10_000, to(b, "1", 60_000, 20), to(c, "1", 30_000, 21));

        freeze().deliver(Report.of(caseId).paid(a, 100_000));

        assertBothFollowed(60_000, 30_000);
        assertThat(told()).containsExactly("SERIAL_REUSED 1");
    }

    @Test
    void twoPayeesUnderOneSerialInTwoFeedbacksBothGetOrders() {
        String id = stopped();
        freeze().callBack(ICBC, said(id).addOutflows(to(b, "1", 60_000, 20)));
        awaitTrace(caseId);
        assertThat(freeze().order(id).getFlagsList()).isEmpty();

        freeze().callBack(ICBC, said(id).addOutflows(to(c, "1", 30_000, 21)));

        assertBothFollowed(60_000, 30_000);
        freeze().callBack(ICBC, said(id).addOutflows(to(c, "1", 30_000, 21)).addOutflows(to(b, "1", 60_000, 20)));
        assertBothFollowed(60_000, 30_000);
        assertThat(told()).as("told once").containsExactly("SERIAL_REUSED 1");
    }

    @Test
    void anotherSumOrKindUnderOneSerialIsAnotherBooking() {
        String id = stopped();

        freeze().callBack(
                        ICBC,
                        said(id).addOutflows(to(b, "1", 60_000, 20))
                                .addOutflows(to(b, "1", 20_000, 20))
                                .addOutflows(Outcomes.spent(
                                        OutflowKind.OUTFLOW_KIND_CASH, "1", 20_000, IN.plusSeconds(1900))));

        Trace trace = awaitTrace(caseId);
        assertThat(node(trace, b).getSums().getReceivedFen()).isEqualTo(80_000);
        assertThat(node(trace, a).getSums().getCashFen()).isEqualTo(20_000);
        assertThat(freeze().order(id).getFlagsList()).containsExactly("SERIAL_REUSED");
        assertThat(gateway().sendsTo(b.getNumber())).hasSize(1);
        assertAddsUp(trace);
    }

    @Test
    void anotherTimeOrSequenceOrNameIsTheSameBooking() {
        String id = stopped();

        freeze().callBack(
                        ICBC,
                        said(id).addOutflows(to(b, "1", 60_000, 20))
                                .addOutflows(to(b, "1", 60_000, 22))
                                .addOutflows(to(b, "1", 60_000, 20).setSequence(7)));
        freeze().callBack(
                        ICBC,
                        said(id).addOutflows(
                                        to(b.toBuilder().setName("another name").build(), "1", 60_000, 20)));

        Trace trace = awaitTrace(caseId);
        assertThat(node(trace, b).getSums().getReceivedFen()).isEqualTo(60_000);
        assertThat(trace.getTransfersList()).hasSize(1);
        assertThat(freeze().order(id).getFlagsList()).containsExactly("SERIAL_CONFLICT");
        assertThat(told()).containsExactly("SERIAL_CONFLICT 1");
    }

    @Test
    void inflowsOfTwoPayersUnderOneSerialAreBothStored() {
        String id = stopped();
        freeze().callBack(
                        ICBC, said(id).addInflows(Outcomes.inflow("7", 500, IN).setPayer(b)));
        assertThat(freeze().order(id).getFlagsList()).isEmpty();

        freeze().callBack(
                        ICBC,
                        said(id).addInflows(Outcomes.inflow("7", 500, IN).setPayer(c))
                                .addInflows(Outcomes.inflow("7", 500, IN).setPayer(b)));

        assertThat(database.rows(
                        "SELECT ordinal, payer_number FROM inflow WHERE account_number = ? ORDER BY ordinal",
                        a.getNumber()))
                .containsExactly(List.of("1", b.getNumber()), List.of("2", c.getNumber()));
        assertThat(freeze().order(id).getFlagsList()).containsExactly("SERIAL_REUSED");
        assertThat(told()).containsExactly("SERIAL_REUSED 7");
    }

    @Test
    void sameInflowAtAnotherTimeIsFlaggedOnly() {
        String id = stopped();
        freeze().callBack(
                        ICBC, said(id).addInflows(Outcomes.inflow("7", 500, IN).setPayer(b)));

        freeze().callBack(
                        ICBC,
                        said(id).addInflows(Outcomes.inflow("7", 500, IN.plusSeconds(60))
                                .setPayer(b)));

        assertThat(database.number("SELECT count(*) FROM inflow")).isEqualTo(1);
        assertThat(freeze().order(id).getFlagsList()).containsExactly("SERIAL_CONFLICT");
    }

    /** Another replica has stored a booking under the serial, and has not committed yet. */
    @Test
    void bookingWhoseOrdinalAnotherStatementTakesFirstIsNotLost() throws SQLException {
        String id = stopped();
        try (Connection other = source.getConnection();
                Statement statement = other.createStatement()) {
            other.setAutoCommit(false);
            statement.execute(
                    "INSERT INTO outflow VALUES ('%s', '%s', '1', '%s', 'TRANSFER', 60000, '%s', 0, '%s', '%s', '', 'BANK_PERSONAL', 1)"
                            .formatted(
                                    a.getInstitutionCode(),
                                    a.getNumber(),
                                    newCase(),
                                    IN.plusSeconds(1200),
                                    b.getInstitutionCode(),
                                    b.getNumber()));

            CompletableFuture<Boolean> told = CompletableFuture.supplyAsync(
                    () -> freeze().callBack(ICBC, said(id).addOutflows(to(c, "1", 30_000, 21))));
            await().atMost(PATIENCE)
                    .until(() -> database.number("SELECT count(*) FROM pg_stat_activity WHERE wait_event_type = 'Lock'"
                                    + " AND datname = current_database()")
                            > 0);
            other.commit();

            assertThat(told.join()).isTrue();
        }

        assertBothFollowed(60_000, 30_000);
        assertThat(database.rows("SELECT ordinal, payee_number FROM outflow ORDER BY ordinal"))
                .containsExactly(List.of("1", b.getNumber()), List.of("2", c.getNumber()));
        assertThat(told()).containsExactly("SERIAL_REUSED 1");
    }

    /** Thousands of bookings under one serial, told twice: the work stays small. */
    @Test
    void oneSerialForAllBookingsIsFollowed() {
        String id = stopped();
        Feedback.Builder feedback = said(id);
        for (int i = 0; i < 3_000; i++) {
            feedback.addOutflows(to(b, "0", 1 + i, 20));
        }

        freeze().callBack(ICBC, feedback);
        freeze().callBack(ICBC, feedback);

        assertThat(database.number("SELECT max(ordinal) FROM outflow")).isEqualTo(3_000);
        Trace trace = awaitTrace(caseId);
        assertThat(node(trace, b).getSums().getReceivedFen()).isEqualTo(100_000);
        assertAddsUp(trace);
    }

    private void assertBothFollowed(long toB, long toC) {
        awaitOrder(caseId, b, STOP_ORDER_STATE_IN_EFFECT);
        awaitOrder(caseId, c, STOP_ORDER_STATE_IN_EFFECT);
        Trace trace = awaitTrace(caseId);
        assertThat(trace.getTransfersList())
                .filteredOn(transfer -> transfer.getPayer().getNumber().equals(a.getNumber()))
                .extracting(TracedTransfer::getSerial, TracedTransfer::getOrdinal, TracedTransfer::getTaintedFen)
                .containsExactly(tuple("1", 1, toB), tuple("1", 2, toC));
        assertThat(node(trace, b).getSums().getHeldFen()).isEqualTo(toB);
        assertThat(node(trace, c).getSums().getHeldFen()).isEqualTo(toC);
        assertThat(freeze().order(node(trace, a).getApplicationId()).getFlagsList())
                .containsExactly("SERIAL_REUSED");
        assertThat(gateway().sendsTo(b.getNumber())).hasSize(1);
        assertThat(gateway().sendsTo(c.getNumber())).hasSize(1);
        assertAddsUp(trace);
    }

    private String stopped() {
        gateway().onSend(a.getNumber(), gateway().stops(FakeGateway.BALANCE));
        freeze().deliver(Report.of(caseId).paid(a, 100_000));
        return awaitOrder(caseId, a, STOP_ORDER_STATE_IN_EFFECT).getApplicationId();
    }

    private Feedback.Builder said(String id) {
        return Outcomes.stopped(id, time.instant(), FakeGateway.BALANCE);
    }

    private List<String> told() {
        alert();
        alert();
        return freeze().officer().listAlerts(ListAlertsRequest.getDefaultInstance()).getAlertsList().stream()
                .filter(alert -> alert.getKind() == ALERT_KIND_BOOKING_UNCLEAR)
                .map(Alert::getDetail)
                .toList();
    }
}
