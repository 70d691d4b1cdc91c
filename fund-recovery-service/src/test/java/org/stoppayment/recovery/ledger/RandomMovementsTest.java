package org.stoppayment.recovery.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.stoppayment.recovery.testkit.ExpectedBooks.books;
import static org.stoppayment.recovery.testkit.ExpectedBooks.positions;
import static org.stoppayment.recovery.testkit.Moves.CARD;
import static org.stoppayment.recovery.testkit.Moves.WALLET;
import static org.stoppayment.recovery.testkit.Moves.event;
import static org.stoppayment.recovery.testkit.Moves.move;
import static org.stoppayment.recovery.testkit.Moves.newId;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.stoppayment.kit.testing.ProxiedPostgresResource;
import org.stoppayment.proto.common.v1.Account;
import org.stoppayment.proto.common.v1.Event;
import org.stoppayment.proto.freeze.v1.FundsMovement;
import org.stoppayment.proto.freeze.v1.FundsMovementCause;
import org.stoppayment.proto.freeze.v1.FundsPosition;
import org.stoppayment.proto.recovery.v1.AccountPositions;
import org.stoppayment.proto.recovery.v1.GetRecoveryResponse;
import org.stoppayment.proto.recovery.v1.Positions;
import org.stoppayment.recovery.testkit.RecoveryClient;

/** Random movements in random order, with repeats, against a simple model. */
@QuarkusTest
@QuarkusTestResource(ProxiedPostgresResource.class)
class RandomMovementsTest {

    private static final List<FundsPosition> POSITIONS = Arrays.stream(FundsPosition.values())
            .filter(position ->
                    position != FundsPosition.UNRECOGNIZED && position != FundsPosition.FUNDS_POSITION_UNSPECIFIED)
            .toList();

    private RecoveryClient client;

    @BeforeEach
    void connect() {
        client = new RecoveryClient();
    }

    @AfterEach
    void disconnect() {
        client.close();
    }

    @Test
    void booksOfRandomMovementsEqualTheSumsOfAMap() {
        long seed = Long.getLong("recovery.seed", new Random().nextLong());
        System.out.println("RandomMovementsTest: -Drecovery.seed=" + seed);
        Random random = new Random(seed);
        for (int round = 0; round < 12; round++) {
            String caseId = newId();
            Map<Account, Map<FundsPosition, Long>> reference = new HashMap<>();
            List<Event> events = randomEvents(random, caseId, reference);
            deliverWithRepeats(random, events);

            GetRecoveryResponse books = client.recovery(caseId);

            assertThat(books.getAccountsList())
                    .as("seed %d round %d", seed, round)
                    .containsExactlyInAnyOrderElementsOf(reference.entrySet().stream()
                            .map(account -> books(account.getKey(), positionsOf(account.getValue())))
                            .toList());
            assertThat(books.getTotal()).as("seed %d round %d", seed, round).isEqualTo(positionsOf(sum(reference)));
            assertBalanced(books);
        }
    }

    private static List<Event> randomEvents(
            Random random, String caseId, Map<Account, Map<FundsPosition, Long>> reference) {
        List<Event> events = new ArrayList<>();
        for (int i = 1 + random.nextInt(40); i > 0; i--) {
            FundsMovement[] movements = new FundsMovement[1 + random.nextInt(5)];
            for (int m = 0; m < movements.length; m++) {
                movements[m] = randomMovement(random);
                Map<FundsPosition, Long> account =
                        reference.computeIfAbsent(movements[m].getAccount(), none -> new HashMap<>());
                account.merge(movements[m].getFrom(), -movements[m].getAmountFen(), Math::addExact);
                account.merge(movements[m].getTo(), movements[m].getAmountFen(), Math::addExact);
            }
            events.add(event(caseId, random.nextInt(100), movements));
        }
        return events;
    }

    private static FundsMovement randomMovement(Random random) {
        Account account = Account.newBuilder(random.nextBoolean() ? CARD : WALLET)
                .setNumber("62220202" + random.nextInt(4))
                .build();
        int from = random.nextInt(POSITIONS.size());
        int to = (from + 1 + random.nextInt(POSITIONS.size() - 1)) % POSITIONS.size();
        long fen = random.nextInt(10) == 0 ? 100_000_000_000_000L : 1 + random.nextInt(1_000_000);
        FundsMovementCause cause = FundsMovementCause.forNumber(1 + random.nextInt(11));
        return move(account, cause, POSITIONS.get(from), POSITIONS.get(to), fen);
    }

    private void deliverWithRepeats(Random random, List<Event> events) {
        List<Event> sent = new ArrayList<>(events);
        for (int repeats = random.nextInt(events.size() + 1); repeats > 0; repeats--) {
            sent.add(events.get(random.nextInt(events.size())));
        }
        Collections.shuffle(sent, random);
        for (int from = 0; from < sent.size(); ) {
            int to = Math.min(sent.size(), from + 1 + random.nextInt(10));
            client.deliver(sent.subList(from, to));
            from = to;
        }
    }

    private static Map<FundsPosition, Long> sum(Map<Account, Map<FundsPosition, Long>> reference) {
        Map<FundsPosition, Long> sum = new HashMap<>();
        reference
                .values()
                .forEach(account -> account.forEach((position, fen) -> sum.merge(position, fen, Math::addExact)));
        return sum;
    }

    private static void assertBalanced(GetRecoveryResponse books) {
        List<Positions> rows = new ArrayList<>(books.getAccountsList().stream()
                .map(AccountPositions::getPositions)
                .toList());
        rows.add(books.getTotal());
        assertThat(rows).allSatisfy(row -> assertThat(row.getReportedFen())
                .isEqualTo(row.getHeldFen()
                        + row.getLapsedFen()
                        + row.getLiftedFen()
                        + row.getUnknownFen()
                        + row.getOnwardFen()
                        + row.getCashFen()
                        + row.getMerchantFen()
                        + row.getRestoredFen()
                        + row.getReturnedFen()
                        + row.getFrozenFen()));
    }

    private static Positions positionsOf(Map<FundsPosition, Long> sums) {
        return positions(
                        -sums.getOrDefault(FundsPosition.FUNDS_POSITION_REPORTED, 0L),
                        sums.getOrDefault(FundsPosition.FUNDS_POSITION_HELD, 0L),
                        sums.getOrDefault(FundsPosition.FUNDS_POSITION_LAPSED, 0L),
                        sums.getOrDefault(FundsPosition.FUNDS_POSITION_LIFTED, 0L),
                        sums.getOrDefault(FundsPosition.FUNDS_POSITION_UNKNOWN, 0L))
                .toBuilder()
                .setOnwardFen(sums.getOrDefault(FundsPosition.FUNDS_POSITION_ONWARD, 0L))
                .setCashFen(sums.getOrDefault(FundsPosition.FUNDS_POSITION_CASH, 0L))
                .setMerchantFen(sums.getOrDefault(FundsPosition.FUNDS_POSITION_MERCHANT, 0L))
                .setRestoredFen(sums.getOrDefault(FundsPosition.FUNDS_POSITION_RESTORED, 0L))
                .setReturnedFen(sums.getOrDefault(FundsPosition.FUNDS_POSITION_RETURNED, 0L))
                .setFrozenFen(sums.getOrDefault(FundsPosition.FUNDS_POSITION_FROZEN, 0L))
                .build();
    }
}
