package org.stoppayment.freeze.alerts.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.stoppayment.proto.freeze.v1.AlertKind.ALERT_KIND_BOOKING_UNCLEAR;

import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;
import org.stoppayment.freeze.testkit.AttentionFixture;
import org.stoppayment.kit.testing.StatementPlans;
import org.stoppayment.proto.freeze.v1.Alert;

/** The search for new alerts reads the findings that no alert was raised for. */
@QuarkusTest
class NewAlertReadsTest extends AttentionFixture {

    private static final int FINDINGS = 40; // fewer than a page of alerts

    @Inject
    Pool pool;

    /** Findings of an order, each an occurrence of its own. */
    private void found(String applicationId, int from, int to) {
        database.execute("""
                INSERT INTO finding (application_id, kind, content, occurrence)
                SELECT '%s', 'BOOKING_UNCLEAR', 'finding ' || i, i FROM generate_series(%d, %d) i
                """.formatted(applicationId, from, to));
    }

    private long findingsRead() {
        return new StatementPlans(pool).rowsRead("finding", AlertStore.FIND_NEW.sql(), "'{}'", "'{}'", "now()", "200");
    }

    @Test
    void findingsAreReadUntilTheyAreAlertedAndEachIsAlertedOnce() {
        String id = stopped(payee, 1_000, 1_000);
        found(id, 1, FINDINGS);
        assertThat(findingsRead()).as("before").isEqualTo(FINDINGS);

        assertThat(alerts(ALERT_KIND_BOOKING_UNCLEAR)).hasSize(FINDINGS);

        assertThat(findingsRead()).isZero();
        found(id, FINDINGS + 1, FINDINGS + 1);
        assertThat(findingsRead()).isOne();
        assertThat(alerts(ALERT_KIND_BOOKING_UNCLEAR))
                .hasSize(FINDINGS + 1)
                .extracting(Alert::getDetail)
                .doesNotHaveDuplicates();
    }
}
