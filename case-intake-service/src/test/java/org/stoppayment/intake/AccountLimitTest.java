package org.stoppayment.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.stoppayment.intake.Reports.report;
import static org.stoppayment.intake.Reports.supplement;
import static org.stoppayment.intake.Reports.transfer;

import io.grpc.StatusRuntimeException;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.stoppayment.proto.intake.v1.ProtectiveStop;
import org.stoppayment.proto.intake.v1.SupplementCaseRequest;

/** Transfers and protective stops of a case have one bound, over all its requests. */
@QuarkusTest
class AccountLimitTest extends IntakeTest {

    private static List<ProtectiveStop> protectiveStops(int number) {
        return IntStream.range(0, number)
                .mapToObj(i -> ProtectiveStop.newBuilder()
                        .setAccount(Reports.account(Reports.CARD))
                        .setConsentRecordedAt(Reports.at(1_700_000_000))
                        .build())
                .toList();
    }

    private long stopsOf(String caseId) {
        return count("SELECT protective_stop_count FROM fraud_case WHERE case_id = ?", UUID.fromString(caseId));
    }

    private SupplementCaseRequest protecting(String caseId, int stops) {
        return supplement(caseId).addAllProtectiveStops(protectiveStops(stops)).build();
    }

    @Test
    void manySupplementsDoNotExceedWhatOneRequestMayHave() {
        String caseId = intake.reportFraud(
                        report().addAllProtectiveStops(protectiveStops(99)).build())
                .getCaseId();
        intake.supplementCase(protecting(caseId, 300));
        intake.supplementCase(protecting(caseId, 100));
        assertThat(stopsOf(caseId)).isEqualTo(499);

        StatusRuntimeException refused = failureOf(() -> intake.supplementCase(protecting(caseId, 1)));

        assertThat(refused.getStatus().getDescription())
                .contains("protectiveStops", "1 transfers and 500 protective stops", "expected: at most 500 in all");
        assertThat(violationsOf(() -> intake.supplementCase(
                        supplement(caseId).addTransfers(transfer()).build())))
                .containsExactly("transfers TOO_MANY");
        assertThat(stopsOf(caseId)).isEqualTo(499);
    }

    @Test
    void resendOfTheSupplementThatFilledTheCaseIsAReplay() {
        String caseId = intake.reportFraud(report().build()).getCaseId();
        SupplementCaseRequest last = protecting(caseId, 499);
        intake.supplementCase(last);

        assertThat(intake.supplementCase(last).getReplayed()).isTrue();
        assertThat(stopsOf(caseId)).isEqualTo(499);
    }

    @Test
    void concurrentSupplementsNeverExceedTheMaximum() {
        String caseId = intake.reportFraud(report().build()).getCaseId();
        List<SupplementCaseRequest> requests = IntStream.range(0, 12)
                .mapToObj(i -> i % 2 == 0
                        ? protecting(caseId, 60)
                        : supplement(caseId)
                                .addAllTransfers(Reports.transfers(60))
                                .build())
                .toList();

        List<String> outcomes = requests.stream()
                .map(request -> CompletableFuture.supplyAsync(() -> outcome(request), task -> new Thread(task).start()))
                .toList()
                .stream()
                .map(CompletableFuture::join)
                .toList();

        assertThat(outcomes).filteredOn("accepted"::equals).hasSize(8);
        assertThat(outcomes)
                .filteredOn(outcome -> !outcome.equals("accepted"))
                .allSatisfy(outcome -> assertThat(outcome).contains("INVALID_ARGUMENT", "at most 500 in all"));
        assertThat(count(
                        "SELECT transfer_count + protective_stop_count FROM fraud_case WHERE case_id = ?",
                        UUID.fromString(caseId)))
                .isEqualTo(1 + 8 * 60);
    }

    private String outcome(SupplementCaseRequest request) {
        try {
            intake.supplementCase(request);
            return "accepted";
        } catch (StatusRuntimeException refused) {
            return refused.getMessage();
        }
    }

    /** The statements of the migration, once more, on stored requests. */
    @Test
    void migrationCountsTheProtectiveStopsOfStoredRequests() throws SQLException, IOException {
        String some = intake.reportFraud(
                        report().addAllProtectiveStops(protectiveStops(2)).build())
                .getCaseId();
        intake.supplementCase(protecting(some, 300));
        intake.supplementCase(supplement(some).addTransfers(transfer()).build());
        String none = intake.reportFraud(report().build()).getCaseId();
        String tooMany = intake.reportFraud(report().build()).getCaseId();
        intake.supplementCase(protecting(tooMany, 400));
        String unreadable = intake.reportFraud(report().build()).getCaseId();

        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("ALTER TABLE fraud_case DROP COLUMN protective_stop_count");
            statement.execute("UPDATE fraud_case SET transfer_count = 200 WHERE case_id = '" + tooMany + "'");
            statement.execute(
                    "UPDATE submission SET content = '\\x52ff' || content WHERE case_id = '" + unreadable + "'");
            statement.execute(migration());
        }

        assertThat(stopsOf(some)).isEqualTo(302);
        assertThat(stopsOf(none)).isZero();
        assertThat(stopsOf(tooMany))
                .as("full, so that it can still be corrected")
                .isEqualTo(300);
        assertThat(stopsOf(unreadable)).isEqualTo(1);
    }

    private static String migration() throws IOException {
        try (InputStream sql =
                AccountLimitTest.class.getResourceAsStream("/db/migration/V0181__accounts_of_a_case.sql")) {
            return new String(sql.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
