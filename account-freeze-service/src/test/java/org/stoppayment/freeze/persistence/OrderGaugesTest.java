package org.stoppayment.freeze.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.stoppayment.proto.freeze.v1.StopOrderState.STOP_ORDER_STATE_IN_EFFECT;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.stoppayment.freeze.testkit.FreezeBed;
import org.stoppayment.freeze.testkit.Report;
import org.stoppayment.proto.common.v1.Account;

/** What an operator reads off {@code /q/metrics}. */
@QuarkusTest
class OrderGaugesTest extends FreezeBed {

    private static final String IN_EFFECT = "stoppayment_orders{state=\"IN_EFFECT\"";

    @Inject
    OrderGauges gauges;

    private void measure() {
        gauges.measure().await().atMost(PATIENCE);
    }

    private double metric(String name) {
        try {
            return HttpClient.newHttpClient()
                    .send(
                            HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + freeze().port() + "/q/metrics"))
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

    private void order() {
        String caseId = newCase();
        Account payee = account();
        freeze().deliver(Report.of(caseId).paid(payee, 100));
        awaitOrder(caseId, payee, STOP_ORDER_STATE_IN_EFFECT);
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
        assertThat(metric("stoppayment_work_failures_total{work=\"order-gauges\""))
                .isEqualTo(failures + 1);
        measure();
        assertThat(metric(IN_EFFECT)).isEqualTo(1);
    }
}
