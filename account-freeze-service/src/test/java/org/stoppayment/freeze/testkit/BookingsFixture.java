package org.stoppayment.freeze.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.stoppayment.freeze.testkit.FakeGateway.ABC;
import static org.stoppayment.freeze.testkit.FakeGateway.ICBC;
import static org.stoppayment.proto.freeze.v1.StopOrderState.STOP_ORDER_STATE_ACCEPTED;
import static org.stoppayment.proto.freeze.v1.StopOrderState.STOP_ORDER_STATE_IN_EFFECT;

import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.stoppayment.freeze.watch.application.CaseOverviews;
import org.stoppayment.kernel.ids.CaseId;
import org.stoppayment.proto.common.v1.Account;
import org.stoppayment.proto.freeze.v1.Alert;
import org.stoppayment.proto.freeze.v1.AlertKind;
import org.stoppayment.proto.freeze.v1.ListAlertsRequest;
import org.stoppayment.proto.gateway.v1.Feedback;
import org.stoppayment.proto.gateway.v1.Outflow;

/** An institution stops account {@code a} at once, tells of its payment to {@code b}, and that more is to come: one to {@code c}. */
public abstract class BookingsFixture extends TracingFixture {

    protected static final Duration TERM = Duration.ofHours(48);
    protected static final Duration BUDGET = Duration.ofMinutes(10);

    @Inject
    CaseOverviews overviews;

    protected final String caseId = newCase();
    protected final Account a = account();
    protected final Account b = Report.account(ABC);
    protected final Account c = Report.account(ABC);
    protected final Outflow.Builder first = to(b, "1", 30_000, 20);
    protected final Outflow.Builder rest = to(c, "2", 40_000, 30);
    protected Instant stoppedAt;

    @BeforeEach
    void stand() {
        stoppedAt = time.stand();
    }

    /** The order on {@code a}, which is stopped with 30,000 left of 100,000; {@code first} was told, {@code rest} was not. */
    protected String stoppedWithMoreToCome() {
        gateway().onSend(a.getNumber(), bookings(false, first));
        return stopped();
    }

    /** The order on {@code a}, which its institution stops as the bed was told. */
    protected String stopped() {
        freeze().deliver(Report.of(caseId).paid(a, 100_000));
        String id = awaitOrder(caseId, a, STOP_ORDER_STATE_IN_EFFECT).getApplicationId();
        awaitQuiet();
        return id;
    }

    /** The same, of which the institution tells ten seconds before the stop ends. */
    protected String stoppedWithMoreToComeAndToldTenSecondsBeforeTheEnd() {
        gateway().onSend(a.getNumber(), Bank.answers(Outcomes.accepted()));
        freeze().deliver(Report.of(caseId).paid(a, 100_000));
        String id = awaitOrder(caseId, a, STOP_ORDER_STATE_ACCEPTED).getApplicationId();
        time.jump(TERM.minusSeconds(10));
        freeze().callBack(ICBC, part(id, false, first));
        awaitOrder(caseId, a, STOP_ORDER_STATE_IN_EFFECT);
        awaitQuiet();
        return id;
    }

    protected Bank bookings(boolean complete, Outflow.Builder... outflows) {
        return id -> Bank.done(Outcomes.of(part(id, complete, outflows)));
    }

    protected Feedback.Builder part(String id, boolean complete, Outflow.Builder... outflows) {
        Feedback.Builder feedback = Outcomes.stopped(id, stoppedAt, 30_000).setComplete(complete);
        Arrays.stream(outflows).forEach(feedback::addOutflows);
        return feedback;
    }

    /** All that says so says whether the case is settled. */
    protected void assertSettled(boolean settled) {
        awaitQuiet();
        book();
        await().atMost(PATIENCE).untilAsserted(() -> {
            assertThat(freeze().progress(caseId).getSettled()).isEqualTo(settled);
            assertThat(freeze().trace(caseId).getSettled()).isEqualTo(settled);
            assertThat(overviews
                            .of(Set.of(CaseId.of(caseId)))
                            .await()
                            .atMost(PATIENCE)
                            .get(CaseId.of(caseId))
                            .settled())
                    .isEqualTo(settled);
        });
    }

    protected void assertToldOnce(String id) {
        alert();
        alert();
        List<Alert> alerts = freeze().officer()
                .listAlerts(ListAlertsRequest.getDefaultInstance())
                .getAlertsList();
        assertThat(alerts)
                .filteredOn(alert -> alert.getKind() == AlertKind.ALERT_KIND_BOOKING_UNCLEAR)
                .singleElement()
                .satisfies(alert -> {
                    assertThat(alert.getApplicationId()).isEqualTo(id);
                    assertThat(alert.getDetail()).isEqualTo("BOOKINGS_INCOMPLETE");
                });
    }

    protected void awaitInquiriesNoted(String id, long inquiries) {
        await().atMost(PATIENCE)
                .until(() ->
                        database.number("SELECT bookings_inquiries FROM stop_order WHERE application_id = ?::uuid", id)
                                == inquiries);
    }

    protected Instant dueAt(String id) {
        return Instant.ofEpochSecond(
                0,
                1000
                        * database.number(
                                "SELECT (extract(epoch FROM due_at) * 1000000)::bigint FROM stop_order"
                                        + " WHERE application_id = ?::uuid",
                                id));
    }

    protected boolean neverDue(String id) {
        return database.number("SELECT count(*) FROM stop_order WHERE application_id = ?::uuid AND due_at IS NULL", id)
                == 1;
    }
}
