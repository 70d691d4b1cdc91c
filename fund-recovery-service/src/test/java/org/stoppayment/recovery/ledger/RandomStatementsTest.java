package org.stoppayment.recovery.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.stoppayment.recovery.testkit.Moves.CARD;
import static org.stoppayment.recovery.testkit.Moves.event;
import static org.stoppayment.recovery.testkit.Moves.move;
import static org.stoppayment.recovery.testkit.Moves.newId;

import com.google.protobuf.Timestamp;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.stoppayment.kit.testing.ProxiedPostgresResource;
import org.stoppayment.kit.testing.TcpProxy;
import org.stoppayment.proto.common.v1.Operator;
import org.stoppayment.proto.freeze.v1.FundsMovement;
import org.stoppayment.proto.freeze.v1.FundsMovementCause;
import org.stoppayment.proto.freeze.v1.FundsPosition;
import org.stoppayment.proto.recovery.v1.AccountPositions;
import org.stoppayment.proto.recovery.v1.GetRecoveryRequest;
import org.stoppayment.proto.recovery.v1.GetRecoveryResponse;
import org.stoppayment.proto.recovery.v1.LedgerEntry;
import org.stoppayment.proto.recovery.v1.Positions;
import org.stoppayment.proto.recovery.v1.ReverseEntriesRequest;
import org.stoppayment.recovery.testkit.Books;
import org.stoppayment.recovery.testkit.RecoveryClient;

/** Random movements and reversals: at every moment the books were what had been recorded until then, and add up. */
@QuarkusTest
@QuarkusTestResource(ProxiedPostgresResource.class)
class RandomStatementsTest {

    private static final List<FundsPosition> POSITIONS = Arrays.stream(FundsPosition.values())
            .filter(position ->
                    position != FundsPosition.UNRECOGNIZED && position != FundsPosition.FUNDS_POSITION_UNSPECIFIED)
            .toList();

    TcpProxy link;

    private RecoveryClient client;
    private Books database;

    @BeforeEach
    void connect() {
        client = new RecoveryClient();
        database = new Books(link);
    }

    @AfterEach
    void disconnect() {
        client.close();
    }

    @Test
    void booksOfEveryMomentAreThoseOfWhatWasRecorded() {
        long seed = Long.getLong("recovery.seed", new Random().nextLong());
        System.out.println("RandomStatementsTest: -Drecovery.seed=" + seed);
        Random random = new Random(seed);
        for (int round = 0; round < 4; round++) {
            String caseId = newId();
            List<LedgerEntry> open = new ArrayList<>();
            long[] sums = new long[FundsPosition.values().length];
            Map<Timestamp, long[]> moments = new LinkedHashMap<>();
            for (int step = 0; step < 15; step++) {
                if (open.isEmpty() || random.nextInt(3) > 0) {
                    FundsMovement[] movements = Stream.generate(() -> movement(random))
                            .limit(1 + random.nextInt(4))
                            .toArray(FundsMovement[]::new);
                    client.deliver(event(caseId, random.nextInt(100), movements));
                    for (FundsMovement movement : movements) {
                        add(sums, movement.getFrom(), movement.getTo(), movement.getAmountFen());
                    }
                } else {
                    LedgerEntry wrong = open.get(random.nextInt(open.size()));
                    reverse(caseId, wrong);
                    add(sums, wrong.getTo(), wrong.getFrom(), wrong.getAmountFen());
                }
                moments.put(lastRecorded(caseId), sums.clone());
                open.clear();
                entries(caseId).stream()
                        .filter(entry -> entry.getReversesEntryId().isEmpty()
                                && entry.getReversedByEntryId().isEmpty())
                        .forEach(open::add);
            }

            moments.forEach((moment, expected) -> {
                GetRecoveryResponse books = client.statement(
                        GetRecoveryRequest.newBuilder().setCaseId(caseId).setRecordedUntil(moment));
                assertThat(valuesOf(books.getTotal()))
                        .as("seed %d at %s", seed, moment)
                        .isEqualTo(expected);
                books.getAccountsList().forEach(account -> assertAddsUp(account, seed));
            });
            assertThat(valuesOf(client.recovery(caseId).getTotal())).isEqualTo(sums);
        }
    }

    private static FundsMovement movement(Random random) {
        int from = random.nextInt(POSITIONS.size());
        int to = (from + 1 + random.nextInt(POSITIONS.size() - 1)) % POSITIONS.size();
        return move(
                CARD.toBuilder().setNumber("62220202" + random.nextInt(3)).build(),
                FundsMovementCause.FUNDS_MOVEMENT_CAUSE_TRACED,
                POSITIONS.get(from),
                POSITIONS.get(to),
                1 + random.nextInt(1_000_000));
    }

    private void reverse(String caseId, LedgerEntry wrong) {
        client.books()
                .reverseEntries(ReverseEntriesRequest.newBuilder()
                        .setRequestId(newId())
                        .setCaseId(caseId)
                        .setEntryId(wrong.getEntryId())
                        .setReason("wrong")
                        .setOperator(
                                Operator.newBuilder().setOrganisation("desk").setBadgeNumber("1"))
                        .build());
    }

    private List<LedgerEntry> entries(String caseId) {
        return client.entries(GetRecoveryRequest.newBuilder().setCaseId(caseId), 7);
    }

    private Timestamp lastRecorded(String caseId) {
        OffsetDateTime at = OffsetDateTime.parse(
                database.text("SELECT to_char(max(recorded_at) AT TIME ZONE 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS.US\"Z\"')"
                        + " FROM ledger_entry WHERE case_id = '" + caseId + "'"));
        return Timestamp.newBuilder()
                .setSeconds(at.toEpochSecond())
                .setNanos(at.getNano())
                .build();
    }

    private static void add(long[] sums, FundsPosition from, FundsPosition to, long fen) {
        sums[from.getNumber()] -= fen;
        sums[to.getNumber()] += fen;
    }

    private static void assertAddsUp(AccountPositions account, long seed) {
        assertThat(Arrays.stream(valuesOf(account.getPositions())).sum())
                .as("seed %d", seed)
                .isZero();
    }

    /** By position; what was reported is negative, so that all add up to zero. */
    private static long[] valuesOf(Positions positions) {
        long[] values = new long[FundsPosition.values().length];
        positions.getAllFields().forEach((field, fen) -> {
            FundsPosition position = FundsPosition.valueOf(
                    "FUNDS_POSITION_" + field.getName().replace("_fen", "").toUpperCase(java.util.Locale.ROOT));
            values[position.getNumber()] = position == FundsPosition.FUNDS_POSITION_REPORTED ? -(Long) fen : (Long) fen;
        });
        return values;
    }
}
