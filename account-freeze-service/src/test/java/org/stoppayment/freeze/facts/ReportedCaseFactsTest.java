package org.stoppayment.freeze.facts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.google.protobuf.util.Timestamps;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.stoppayment.freeze.facts.application.PublishingFacts;
import org.stoppayment.freeze.testkit.HoldsFixture;
import org.stoppayment.freeze.testkit.Report;
import org.stoppayment.proto.freeze.v1.CaseStatusChanged;
import org.stoppayment.proto.intake.v1.FraudType;

/** When a case was reported, of which kind of fraud and by whom is told to fund-recovery from its first report on. */
@QuarkusTest
class ReportedCaseFactsTest extends HoldsFixture {

    private final String caseId = newCase();

    @Inject
    PublishingFacts publishing;

    @Test
    void reportIsToldOnceBeforeItsCaseIsFiled() {
        Instant before = time.instant();
        freeze().deliver(Report.of(caseId)
                .about(FraudType.FRAUD_TYPE_FAKE_LOAN)
                .takenBy("城南派出所")
                .paid(account, TAINT));

        publish();
        publish();

        assertThat(statuses()).singleElement().satisfies(told -> {
            assertThat(told.getCaseId()).isEqualTo(caseId);
            assertThat(told.getRevision()).isEqualTo(1);
            assertThat(Instant.ofEpochMilli(Timestamps.toMillis(told.getReceivedAt())))
                    .isBetween(before.minusMillis(1), time.instant());
            assertThat(told.getFraudType()).isEqualTo("FAKE_LOAN");
            assertThat(told.getOrganisation()).isEqualTo("城南派出所");
            assertThat(told.getFilingNumber()).isEmpty();
        });
    }

    @Test
    void supplementNamesTheKindOfFraudButNeitherMomentNorDesk() {
        freeze().deliver(Report.of(caseId)
                .about(FraudType.FRAUD_TYPE_UNSPECIFIED)
                .takenBy("城南派出所")
                .paid(account, TAINT));
        publish();
        freeze().deliver(Report.supplement(caseId)
                .about(FraudType.FRAUD_TYPE_SEXTORTION)
                .takenBy("城北派出所")
                .paid(account(), TAINT));
        publish();

        assertThat(statuses()).extracting(CaseStatusChanged::getFraudType).containsExactly("", "SEXTORTION");
        assertThat(statuses()).extracting(CaseStatusChanged::getRevision).containsExactly(1, 2);
        assertThat(statuses()).extracting(CaseStatusChanged::getOrganisation).containsExactly("城南派出所", "城南派出所");
        assertThat(statuses())
                .extracting(CaseStatusChanged::getReceivedAt)
                .containsExactly(
                        statuses().get(0).getReceivedAt(), statuses().get(0).getReceivedAt());
    }

    @Test
    void filingIsToldWithTheReport() {
        freeze().deliver(Report.of(caseId).takenBy("城南派出所").paid(account, TAINT));
        publish();
        file(caseId);
        publish();

        assertThat(statuses()).last().satisfies(told -> {
            assertThat(told.getRevision()).isEqualTo(2);
            assertThat(told.getFilingOrganisation()).isEqualTo("上海市公安局");
            assertThat(told.getOrganisation()).isEqualTo("城南派出所");
            assertThat(told.hasReceivedAt()).isTrue();
        });
    }

    @Test
    void reportsFromBeforeAreToldOnceInBatchesByAllReplicas() {
        database.execute("""
                INSERT INTO inbox (event_id, case_id, received_at, reason, organisation, badge_number)
                SELECT gen_random_uuid(), gen_random_uuid(), now(), 'FAKE_LOAN', '110', '' FROM generate_series(1, 1201)""");

        atOnce(4, () -> {
            publish();
            return true;
        });

        assertThat(statuses())
                .hasSize(1_201)
                .extracting(CaseStatusChanged::getCaseId)
                .doesNotHaveDuplicates();
    }

    private void publish() {
        publishing.publish().await().atMost(PATIENCE);
        await().atMost(PATIENCE).until(() -> database.number("SELECT count(*) FROM outbox") == 0);
    }

    private List<CaseStatusChanged> statuses() {
        return world.recovery.facts(CaseStatusChanged.getDefaultInstance());
    }
}
