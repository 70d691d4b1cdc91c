package org.stoppayment.freeze.holds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.stoppayment.proto.freeze.v1.StopOrderState.STOP_ORDER_STATE_IN_EFFECT;

import com.google.protobuf.ByteString;
import com.google.protobuf.Message;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.stoppayment.freeze.testkit.FreezeFixture;
import org.stoppayment.freeze.testkit.Outcomes;
import org.stoppayment.freeze.testkit.Report;
import org.stoppayment.freeze.testkit.Withdrawn;
import org.stoppayment.proto.common.v1.DeliverEventsResponse;
import org.stoppayment.proto.common.v1.Event;
import org.stoppayment.proto.common.v1.RejectedEvent;
import org.stoppayment.proto.intake.v1.CaseClosed;
import org.stoppayment.proto.intake.v1.CaseFiled;
import org.stoppayment.proto.intake.v1.FilingFacts;

/** 立案 and 结案 as case-intake announces them: once, in any order. */
@QuarkusTest
class FiledCaseTest extends FreezeFixture {

    private static final Instant FILED_AT = Instant.parse("2026-03-01T06:00:00Z");
    private static final Instant CLOSED_AT = Instant.parse("2026-09-01T06:00:00Z");
    private static final String DIGEST = "a1".repeat(32);

    private final String caseId = newCase();

    private static FilingFacts.Builder facts(int revision) {
        return FilingFacts.newBuilder()
                .setNumber("filing " + revision)
                .setOrganisation("station " + revision)
                .setFiledAt(Outcomes.timestamp(FILED_AT.plusSeconds(revision)))
                .setDocumentDigest(DIGEST);
    }

    private static Event filed(String caseId, int revision) {
        return filed(caseId, revision, facts(revision));
    }

    private static Event filed(String caseId, int revision, FilingFacts.Builder facts) {
        return event(
                caseId,
                FILED_AT.plusSeconds(revision),
                CaseFiled.newBuilder()
                        .setCaseId(caseId)
                        .setRevision(revision)
                        .setFacts(facts)
                        .build());
    }

    private static Event closed(String caseId, Instant at) {
        return event(
                caseId,
                at,
                CaseClosed.newBuilder()
                        .setCaseId(caseId)
                        .setClosedAt(Outcomes.timestamp(at))
                        .build());
    }

    private static Event event(String caseId, Instant at, Message data) {
        return Event.newBuilder()
                .setEventId(newCase())
                .setType(data.getDescriptorForType().getFullName())
                .setCaseId(caseId)
                .setOccurredAt(Outcomes.timestamp(at))
                .setData(data.toByteString())
                .build();
    }

    private void assertTaken(DeliverEventsResponse response) {
        assertThat(response).isEqualTo(DeliverEventsResponse.getDefaultInstance());
    }

    /** Number, organisation, seconds after {@link #FILED_AT}, digest, and whether it is closed. */
    private List<List<String>> stored() {
        return database.rows(
                "SELECT filing_number, organisation, extract(epoch FROM filed_at - '" + FILED_AT
                        + "'::timestamptz)::int, document_digest, CASE WHEN closed_at IS NULL THEN 'filed' ELSE 'closed' END FROM filed_case");
    }

    private static List<String> row(int revision, boolean isClosed) {
        return List.of(
                "filing " + revision,
                "station " + revision,
                String.valueOf(revision),
                DIGEST,
                isClosed ? "closed" : "filed");
    }

    @Test
    void filingIsStoredWithOrWithoutTheReportAndAnyNumberOfTimes() {
        Event filed = filed(caseId, 1);

        assertTaken(freeze().deliver(List.of(filed)));
        assertThat(stored()).containsExactly(row(1, false));

        freeze().deliver(Report.of(caseId).paid(account(), 100));
        awaitOrder(caseId, STOP_ORDER_STATE_IN_EFFECT);
        assertTaken(freeze().deliver(List.of(filed, filed)));
        assertThat(stored()).containsExactly(row(1, false));
    }

    @Test
    void filingDoesNotCountAsASubmissionForAWithdrawal() {
        freeze().deliver(List.of(filed(caseId, 1)));
        Event withdrawn = Withdrawn.of(caseId, 1);

        assertThat(freeze().deliver(List.of(withdrawn)).getDeferredEventIdsList())
                .containsExactly(withdrawn.getEventId());
    }

    @Test
    void highestRevisionCountsInWhateverOrderTheyCome() {
        for (List<Integer> order : List.of(List.of(1, 2, 3), List.of(3, 1, 2), List.of(2, 3, 1), List.of(3, 2, 1))) {
            database.execute("TRUNCATE filed_case");
            order.forEach(revision -> assertTaken(freeze().deliver(List.of(filed(caseId, revision)))));

            assertThat(stored()).as("%s", order).containsExactly(row(3, false));
        }
    }

    @Test
    void revisionsThatComeAtTheSameMomentLeaveTheHighest() {
        List<Callable<DeliverEventsResponse>> deliveries = IntStream.range(0, 16)
                .<Callable<DeliverEventsResponse>>mapToObj(
                        i -> () -> freeze().deliver(List.of(filed(caseId, i % 4 + 1))))
                .toList();

        assertThat(atOnce(deliveries)).allSatisfy(this::assertTaken);

        assertThat(stored()).containsExactly(row(4, false));
    }

    @Test
    void filingsOfManyCasesAreTakenInOneDelivery() {
        assertTaken(freeze().deliver(IntStream.range(0, 100)
                .mapToObj(i -> filed(newCase(), 1))
                .toList()));

        assertThat(database.number("SELECT count(*) FROM filed_case")).isEqualTo(100);
    }

    @Test
    void closingWaitsForTheFilingAndItsFirstMomentStays() {
        Event closed = closed(caseId, CLOSED_AT);
        assertThat(freeze().deliver(List.of(closed)).getDeferredEventIdsList()).containsExactly(closed.getEventId());
        assertThat(stored()).isEmpty();

        assertTaken(freeze().deliver(List.of(filed(caseId, 1))));
        assertTaken(freeze().deliver(List.of(closed)));
        assertTaken(freeze().deliver(List.of(closed(caseId, CLOSED_AT.plusSeconds(60)))));
        assertTaken(freeze().deliver(List.of(filed(caseId, 2))));

        assertThat(stored()).as("a correction that was delayed").containsExactly(row(2, true));
        assertThat(database.number("SELECT extract(epoch FROM closed_at)::bigint FROM filed_case"))
                .isEqualTo(CLOSED_AT.getEpochSecond());
    }

    @Test
    void filingAndClosingInOneDeliveryAreTakenInTheirOrder() {
        assertTaken(freeze().deliver(List.of(closed(caseId, CLOSED_AT), filed(caseId, 2), filed(caseId, 1))));

        assertThat(stored()).containsExactly(row(2, true));
    }

    @Test
    void eventsThatCanNeverBeReadAreRejectedByField() {
        String good = newCase();

        DeliverEventsResponse response = freeze().deliver(List.of(
                filed(caseId, 0),
                filed(caseId, 1, facts(1).setDocumentDigest("a1")),
                filed(caseId, 1, facts(1).clearFiledAt()),
                filed(caseId, 1).toBuilder()
                        .setData(ByteString.copyFromUtf8("\377broken"))
                        .build(),
                event(caseId, FILED_AT, CaseClosed.getDefaultInstance()),
                event(
                        caseId,
                        FILED_AT,
                        CaseClosed.newBuilder().setCaseId(caseId).build()),
                filed(good, 1)));

        assertThat(response.getRejectedList())
                .extracting(RejectedEvent::getReason)
                .extracting(reason -> reason.replaceFirst(":.*", ""))
                .containsExactlyInAnyOrder("revision", "documentDigest", "filedAt", "data", "caseId", "closedAt");
        assertThat(database.rows("SELECT case_id FROM filed_case")).containsExactly(List.of(good));
    }
}
