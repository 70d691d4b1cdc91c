package org.stoppayment.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.stoppayment.intake.Reports.report;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.stoppayment.kit.outbox.OutboxGauges;
import org.stoppayment.kit.outbox.OutboxSweeper;
import org.stoppayment.kit.testing.ReadyService;

/** An event that account-freeze rejects is counted, and delivered again with the statements of the operators' guide. */
@QuarkusTest
class RejectedEventTest extends IntakeTest {

    private static final Path GUIDE = Path.of("..", "docs", "operations", "README.md");

    @Inject
    OutboxSweeper sweeper;

    @Inject
    OutboxGauges gauges;

    @BeforeEach
    void start() {
        deleteAll();
    }

    private double rejected() throws IOException, InterruptedException {
        gauges.measure().await().indefinitely();
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create(ReadyService.management() + "/q/metrics"))
                                .build(),
                        HttpResponse.BodyHandlers.ofString())
                .body()
                .lines()
                .filter(row -> row.startsWith("stoppayment_outbox_rejected"))
                .mapToDouble(row -> Double.parseDouble(row.substring(row.lastIndexOf(' '))))
                .findFirst()
                .orElseThrow();
    }

    /** The statement with this name in the operators' guide. */
    private static String statement(String name) throws IOException {
        Matcher found = Pattern.compile(
                        "<!-- rejected events: " + name + " -->\\n```sql\\n(.*?);\\n```", Pattern.DOTALL)
                .matcher(Files.readString(GUIDE));
        assertThat(found.find()).as(name).isTrue();
        return found.group(1);
    }

    private String caseOfTheRejectedEvent() throws IOException, SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(statement("see them"))) {
            assertThat(rows.next()).isTrue();
            assertThat(rows.getString("rejected")).isEqualTo(FakeFreeze.REASON);
            return rows.getString("case_id");
        }
    }

    private int deliverAgain() throws IOException, SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            return statement.executeUpdate(statement("hand them over again"));
        }
    }

    @Test
    void rejectedEventIsCountedAndDeliveredAgainAsTheGuideSays() throws Exception {
        assertThat(rejected()).isZero();
        try (FakeFreeze freeze = new FakeFreeze(freezePort())) {
            freeze.rejecting = true;
            String caseId = intake.reportFraud(report().build()).getCaseId();
            await().untilAsserted(() -> {
                count("WITH due AS (UPDATE outbox SET due_at = now() WHERE rejected IS NULL RETURNING 1)"
                        + " SELECT count(*) FROM due");
                sweeper.sweep().onFailure().recoverWithNull().await().indefinitely();
                assertThat(rejected()).isEqualTo(1);
            });
            assertThat(caseOfTheRejectedEvent()).isEqualTo(caseId);

            freeze.rejecting = false; // both services have the same release again
            assertThat(deliverAgain()).isEqualTo(1);
            await().untilAsserted(() -> {
                sweeper.sweep().await().indefinitely();
                assertThat(freeze.eventsOf(caseId)).hasSize(1);
            });
            await().untilAsserted(() ->
                    assertThat(count("SELECT count(*) FROM outbox")).isZero());
            assertThat(rejected()).isZero();
        }
    }
}
