package org.stoppayment.freeze.orders.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.stoppayment.proto.freeze.v1.StopOrderState.STOP_ORDER_STATE_IN_EFFECT;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.stoppayment.freeze.testkit.FreezeFixture;
import org.stoppayment.freeze.testkit.Report;
import org.stoppayment.kit.testing.ReadyService;
import org.stoppayment.proto.common.v1.Account;

/** What an operator reads off {@code /q/metrics}. */
@QuarkusTest
class OrderGaugesTest extends FreezeFixture {

    private static final String IN_EFFECT = "stoppayment_orders{state=\"IN_EFFECT\"";

    /** Where it stands when work is due. */
    private static final Map<String, String> OVERDUE = new TreeMap<>(Map.of(
            "orders", "stop_order.due_at",
            "claims", "claim.due_at",
            "follow-ups", "follow_up.due_at",
            "lapse-warnings", "stop_order.warn_at",
            "alert-posts", "alert.due_at",
            "dissuasion-list", "reported_transfer.screening_due_at"));

    @Inject
    OrderGauges gauges;

    private void measure() {
        gauges.measure().await().atMost(PATIENCE);
    }

    private double metric(String name) {
        try {
            return HttpClient.newHttpClient()
                    .send(
                            HttpRequest.newBuilder(URI.create(ReadyService.management() + "/q/metrics"))
                                    .build(),
                            HttpResponse.BodyHandlers.ofString())
                    .body()
                    .lines()
                    .filter(row -> row.startsWith(name))
                    .mapToDouble(row -> Double.parseDouble(row.substring(row.lastIndexOf(' '))))
                    .findFirst()
                    .orElseThrow();
        } catch (IOException | InterruptedException failed) {
            throw new IllegalStateException(failed);
        }
    }

    private String order() {
        String caseId = newCase();
        Account payee = account();
        freeze().deliver(Report.of(caseId).paid(payee, 100));
        return awaitOrder(caseId, payee, STOP_ORDER_STATE_IN_EFFECT).getApplicationId();
    }

    private double oldestDue(String work) {
        return metric("stoppayment_work_oldest_due_seconds{work=\"" + work + "\"");
    }

    @Test
    void ordersAreCountedByState() {
        order();
        measure();
        assertThat(metric(IN_EFFECT)).isEqualTo(1);
        assertThat(metric("stoppayment_orders{state=\"IN_DOUBT\"")).isZero();
    }

    @Test
    void whatCannotBeReadShowsNoOldValue() {
        order();
        measure();
        double failures = metric("stoppayment_work_failures_total{work=\"order-gauges\"");
        database.execute("ALTER TABLE stop_order RENAME COLUMN live TO gone");
        try {
            measure();
        } finally {
            database.execute("ALTER TABLE stop_order RENAME COLUMN gone TO live");
        }
        assertThat(metric(IN_EFFECT)).isNaN();
        assertThat(oldestDue("orders")).isNaN();
        assertThat(metric("stoppayment_work_failures_total{work=\"order-gauges\""))
                .isEqualTo(failures + 1);
        measure();
        assertThat(metric(IN_EFFECT)).isEqualTo(1);
    }

    @Test
    void nothingIsOverdueWhenAllWorkIsDoneOrYetToCome() {
        order();
        bookAll();
        measure();
        assertThat(OVERDUE.keySet())
                .allSatisfy(work -> assertThat(oldestDue(work)).as(work).isZero());
    }

    @Test
    void overdueWorkIsShownByWhatItIsUntilItIsDone() {
        String order = order();
        bookAll();
        Instant now = time.stand();
        database.execute("""
                INSERT INTO follow_up (follow_up_id, kind, application_id, reason, reference, requested_at, state)
                VALUES (gen_random_uuid(), 'LIFT', '%1$s', '', '', now(), 'QUEUED');
                INSERT INTO alert (alert_id, kind, case_id, application_id, raised_at, detail, occurrence)
                VALUES (gen_random_uuid(), 'ORDER_MANUAL', gen_random_uuid(), '%1$s', now(), '', 1)
                """.formatted(order));
        OVERDUE.forEach((work, column) -> database.execute("UPDATE %s SET %s = '%s'::timestamptz - interval '%d s'"
                .formatted(column.split("\\.")[0], column.split("\\.")[1], now, seconds(work))));

        measure();

        assertThat(OVERDUE.keySet())
                .allSatisfy(work -> assertThat(oldestDue(work)).as(work).isEqualTo(seconds(work)));
        database.execute("DELETE FROM follow_up; UPDATE claim SET due_at = NULL");
        measure();
        assertThat(oldestDue("follow-ups")).isZero();
        assertThat(oldestDue("claims")).isZero();
        assertThat(oldestDue("orders")).isEqualTo(seconds("orders"));
    }

    /** Another for each. */
    private static long seconds(String work) {
        return 60 + 7L * List.copyOf(OVERDUE.keySet()).indexOf(work);
    }
}
