package org.stoppayment.recovery.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.stoppayment.recovery.testkit.ExpectedBooks.positions;
import static org.stoppayment.recovery.testkit.Moves.CARD;
import static org.stoppayment.recovery.testkit.Moves.WALLET;
import static org.stoppayment.recovery.testkit.Moves.event;
import static org.stoppayment.recovery.testkit.Moves.held;
import static org.stoppayment.recovery.testkit.Moves.newId;
import static org.stoppayment.recovery.testkit.Moves.reported;

import com.google.rpc.ErrorInfo;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.protobuf.StatusProto;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.stoppayment.kit.testing.ProxiedPostgresResource;
import org.stoppayment.kit.testing.TcpProxy;
import org.stoppayment.proto.common.v1.Event;
import org.stoppayment.proto.common.v1.Operator;
import org.stoppayment.proto.recovery.v1.GetRecoveryRequest;
import org.stoppayment.proto.recovery.v1.LedgerEntry;
import org.stoppayment.proto.recovery.v1.ReverseEntriesRequest;
import org.stoppayment.proto.recovery.v1.ReverseEntriesResponse;
import org.stoppayment.recovery.testkit.Books;
import org.stoppayment.recovery.testkit.RecoveryClient;

/** Corrections of the books. */
@QuarkusTest
@QuarkusTestResource(ProxiedPostgresResource.class)
class ReversingEntriesTest {

    private static final int CALLERS = 8;

    TcpProxy link;

    private final String caseId = newId();
    private final Event sent = event(caseId, 0, reported(CARD, 100), held(CARD, 60), reported(WALLET, 7));
    private RecoveryClient client;
    private Books database;

    @BeforeEach
    void bookAnEvent() {
        client = new RecoveryClient();
        database = new Books(link);
        client.deliver(sent);
    }

    @AfterEach
    void disconnect() {
        client.close();
    }

    private LedgerEntry entry(int index) {
        return client.recovery(caseId).getEntries(index);
    }

    private ReverseEntriesRequest.Builder correction() {
        return ReverseEntriesRequest.newBuilder()
                .setRequestId(newId())
                .setCaseId(caseId)
                .setReason("booked twice by hand")
                .setOperator(Operator.newBuilder()
                        .setOrganisation("Zhangzhou refund desk")
                        .setBadgeNumber("100234"));
    }

    private ReverseEntriesResponse reverse(ReverseEntriesRequest.Builder request) {
        return client.books().reverseEntries(request.build());
    }

    private void assertRefused(ReverseEntriesRequest.Builder request, String reason) {
        assertThatExceptionOfType(StatusRuntimeException.class)
                .isThrownBy(() -> reverse(request))
                .satisfies(failure -> assertThat(reasonOf(failure)).isEqualTo(reason));
    }

    private static String reasonOf(StatusRuntimeException failure) {
        return StatusProto.fromThrowable(failure).getDetailsList().stream()
                .filter(detail -> detail.is(ErrorInfo.class))
                .map(detail -> {
                    try {
                        return detail.unpack(ErrorInfo.class).getReason();
                    } catch (com.google.protobuf.InvalidProtocolBufferException impossible) {
                        throw new IllegalStateException(impossible);
                    }
                })
                .findFirst()
                .orElse(failure.getStatus().getCode().name());
    }

    @Test
    void reversedEntryStaysAndAnotherTakesItBack() {
        LedgerEntry wrong = entry(1);
        ReverseEntriesRequest.Builder request = correction().setEntryId(wrong.getEntryId());

        ReverseEntriesResponse answer = reverse(request);

        assertThat(answer.getEntries()).isEqualTo(1);
        assertThat(answer.getTotal()).isEqualTo(positions(107, 0, 0, 0, 107));
        List<LedgerEntry> entries =
                client.entries(GetRecoveryRequest.newBuilder().setCaseId(caseId), 2);
        LedgerEntry reversing = entries.get(3);
        assertThat(reversing.getReversesEntryId()).isEqualTo(wrong.getEntryId());
        assertThat(reversing.getFrom()).isEqualTo(wrong.getTo());
        assertThat(reversing.getTo()).isEqualTo(wrong.getFrom());
        assertThat(reversing.getAmountFen()).isEqualTo(60);
        assertThat(reversing.getEventId()).isEqualTo(request.getRequestId());
        assertThat(reversing.getCorrection().getReason()).isEqualTo("booked twice by hand");
        assertThat(reversing.getCorrection().getOperator()).isEqualTo(request.getOperator());
        assertThat(entries.get(1).getReversedByEntryId()).isEqualTo(reversing.getEntryId());
        assertThat(entries.get(1).toBuilder().clearReversedByEntryId().build()).isEqualTo(wrong);
    }

    @Test
    void eventIsReversedWithAllItsEntries() {
        ReverseEntriesResponse answer = reverse(correction().setEventId(sent.getEventId()));

        assertThat(answer.getEntries()).isEqualTo(3);
        assertThat(answer.getTotal()).isEqualTo(positions(0, 0, 0, 0, 0));
        assertThat(client.deliver(sent).getRejectedCount()).isZero();
        assertThat(client.recovery(caseId).getTotal()).isEqualTo(positions(0, 0, 0, 0, 0));
    }

    @Test
    void sameRequestAgainHasNoFurtherEffectAndAnotherOneWithItsIdIsRefused() {
        ReverseEntriesRequest.Builder request = correction().setEntryId(entry(1).getEntryId());
        ReverseEntriesResponse first = reverse(request);

        assertThat(reverse(request)).isEqualTo(first);
        assertRefused(request.clone().setReason("another"), "REQUEST_ID_REUSED");
        assertRefused(request.clone().setEntryId(entry(0).getEntryId()), "REQUEST_ID_REUSED");
        assertRefused(request.clone().setEventId(sent.getEventId()), "REQUEST_ID_REUSED");
        assertThat(database.entriesOf(caseId)).isEqualTo(4);
    }

    @Test
    void entryIsReversedOnceAndNoReversingEntryIs() {
        String wrong = entry(1).getEntryId();
        ReverseEntriesRequest.Builder request = correction().setEntryId(wrong);
        reverse(request);

        assertRefused(correction().setEntryId(wrong), "ALREADY_REVERSED");
        assertRefused(correction().setEventId(sent.getEventId()), "ALREADY_REVERSED");
        assertRefused(correction().setEntryId(entry(3).getEntryId()), "ENTRY_IS_REVERSAL");
        assertRefused(correction().setEventId(request.getRequestId()), "ENTRY_IS_REVERSAL");
        assertThat(database.entriesOf(caseId)).isEqualTo(4);
    }

    @Test
    void whatTheCaseDoesNotHaveIsNotFound() {
        String other = newId();
        client.deliver(event(other, 0, reported(CARD, 1)));

        assertRefused(correction().setCaseId(other).setEntryId(entry(1).getEntryId()), "NOT_FOUND");
        assertRefused(correction().setEventId(newId()), "NOT_FOUND");
    }

    @ParameterizedTest
    @CsvSource({"requestId", "caseId", "target", "reason", "operator.organisation", "operator.badgeNumber"})
    void everythingMustBeGiven(String field) {
        assertThatExceptionOfType(StatusRuntimeException.class)
                .isThrownBy(() -> client.books().reverseEntries(ReverseEntriesRequest.getDefaultInstance()))
                .satisfies(failure -> {
                    assertThat(failure.getStatus().getCode()).isEqualTo(Status.Code.INVALID_ARGUMENT);
                    assertThat(StatusProto.fromThrowable(failure).toString()).contains(field);
                });
    }

    @Test
    void ofManyAtOnceOneReversesTheEntry() throws Exception {
        String wrong = entry(1).getEntryId();
        List<String> outcomes = atOnce(() -> correction().setEntryId(wrong));

        assertThat(outcomes).containsOnlyOnce("OK").containsOnly("OK", "ALREADY_REVERSED");
        assertThat(client.recovery(caseId).getTotal()).isEqualTo(positions(107, 0, 0, 0, 107));
    }

    @Test
    void oneRequestSentManyTimesAtOnceReversesOnce() throws Exception {
        ReverseEntriesRequest.Builder request = correction().setEventId(sent.getEventId());
        List<String> outcomes = atOnce(() -> request);

        assertThat(outcomes).hasSize(CALLERS).containsOnly("OK");
        assertThat(database.entriesOf(caseId)).isEqualTo(6);
    }

    private List<String> atOnce(java.util.function.Supplier<ReverseEntriesRequest.Builder> requests) throws Exception {
        ExecutorService callers = Executors.newFixedThreadPool(CALLERS);
        try {
            List<Future<String>> calls = new ArrayList<>();
            for (int i = 0; i < CALLERS; i++) {
                ReverseEntriesRequest request = requests.get().build();
                calls.add(callers.submit(() -> {
                    try {
                        client.books().reverseEntries(request);
                        return "OK";
                    } catch (StatusRuntimeException refused) {
                        return reasonOf(refused);
                    }
                }));
            }
            List<String> outcomes = new ArrayList<>();
            for (Future<String> call : calls) {
                outcomes.add(call.get());
            }
            return outcomes;
        } finally {
            callers.shutdownNow();
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "amount_fen + 1 | credited | debited | case_id",
                "amount_fen | debited | credited | case_id",
                "amount_fen | credited | debited | gen_random_uuid()"
            })
    void databaseRefusesWhatDoesNotReverseTheOther(String amount, String debited, String credited, String ofCase) {
        assertThatExceptionOfType(SQLException.class)
                .isThrownBy(() -> database.run(reversing(entry(1).getEntryId(), amount, debited, credited, ofCase)))
                .satisfies(refused -> assertThat(refused.getSQLState()).isEqualTo("23514"));
    }

    @Test
    void databaseTakesWhatReversesTheOtherOnceAndRefusesToReverseThat() throws SQLException {
        String wrong = entry(1).getEntryId();
        database.run(reversing(wrong, "amount_fen", "credited", "debited", "case_id"));

        assertThatExceptionOfType(SQLException.class)
                .isThrownBy(() -> database.run(reversing(wrong, "amount_fen", "credited", "debited", "case_id")))
                .satisfies(refused -> assertThat(refused.getSQLState()).isEqualTo("23505"));
        String reversal = database.text("SELECT entry_id FROM ledger_entry WHERE reverses = '" + wrong + "'");
        assertThatExceptionOfType(SQLException.class)
                .isThrownBy(() -> database.run(reversing(reversal, "amount_fen", "credited", "debited", "case_id")))
                .satisfies(refused -> assertThat(refused.getSQLState()).isEqualTo("23514"));
    }

    /** What is debited and credited is given as columns of the other entry. */
    private static String reversing(String entryId, String amount, String debited, String credited, String caseId) {
        return """
                INSERT INTO ledger_entry (entry_id, event_id, ordinal, case_id, institution_code, account_number, account_name,
                    account_kind, cause, credited, debited, amount_fen, occurred_at, recorded_at, reverses)
                SELECT gen_random_uuid(), gen_random_uuid(), 0, %s, institution_code, account_number, account_name, account_kind,
                       cause, %s, %s, %s, occurred_at, recorded_at, entry_id
                FROM ledger_entry WHERE entry_id = '%s'""".formatted(caseId, credited, debited, amount, entryId);
    }

    @Test
    void correctionsAreNeverChanged() {
        reverse(correction().setEntryId(entry(1).getEntryId()));
        for (String change : List.of("UPDATE ledger_correction SET reason = 'x'", "DELETE FROM ledger_correction")) {
            assertThatExceptionOfType(SQLException.class)
                    .isThrownBy(() -> database.run(change))
                    .satisfies(refused -> assertThat(refused.getSQLState()).isEqualTo("23001"));
        }
    }
}
