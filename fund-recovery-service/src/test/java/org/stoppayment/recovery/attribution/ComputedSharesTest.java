package org.stoppayment.recovery.attribution;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.stoppayment.kit.testing.FreshIds;
import org.stoppayment.kit.testing.ProxiedPostgresResource;
import org.stoppayment.kit.testing.TcpProxy;
import org.stoppayment.recovery.attribution.application.AttributingMoney;
import org.stoppayment.recovery.shared.domain.AccountRef;
import org.stoppayment.recovery.testkit.Books;
import org.stoppayment.recovery.testkit.FactRows;

/** Shares are computed from stored facts, downstream of what has changed. */
@QuarkusTest
@QuarkusTestResource(ProxiedPostgresResource.class)
class ComputedSharesTest {

    private static final Instant NOON = Instant.parse("2026-03-01T04:00:00Z");
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    TcpProxy link; // injected by the resource

    @Inject
    AttributingMoney attributing;

    private final UUID caseOne = FreshIds.next();
    private final UUID caseTwo = FreshIds.next();
    private Books books;
    private FactRows facts;
    private String suffix = "";

    @BeforeEach
    void begin() {
        books = new Books(link);
        facts = new FactRows(books);
        suffix = FreshIds.next().toString();
    }

    @Test
    void moneyIsFollowedFromAccountToAccount() {
        facts.paid(caseOne, account("A"), 100_00, NOON);
        facts.moved(account("A"), account("B"), "S1", 100_00, NOON.plusSeconds(60));
        facts.balance(account("A"), 0, NOON.plusSeconds(600));
        facts.balance(account("B"), 100_00, NOON.plusSeconds(600));

        compute();

        assertThat(share("A", caseOne)).isZero();
        assertThat(share("B", caseOne)).isEqualTo(100_00);
        assertThat(isUnique("B")).isTrue();
    }

    @Test
    void newsOfThePayeeReachesBackToPayersThatAreSilent() {
        facts.paid(caseOne, account("A"), 100_00, NOON);
        compute();
        facts.credited(account("B"), "B1", 100_00, NOON.plusSeconds(60), account("A"));
        facts.balance(account("B"), 100_00, NOON.plusSeconds(600));
        compute();

        assertThat(share("B", caseOne)).isEqualTo(100_00);
        assertThat(isUnique("B")).isFalse();
    }

    @Test
    void newsOfALossReachesBackToThePayerWhoWasPaidByVictims() {
        facts.paid(caseOne, account("A"), 40_00, NOON);
        compute();
        facts.paidFrom(caseTwo, account("A"), account("B"), 100_00, NOON.plusSeconds(120));
        compute();

        assertThat(share("A", caseOne)).isZero();
        assertThat(share("B", caseOne)).isEqualTo(40_00);
        assertThat(share("B", caseTwo)).isEqualTo(60_00);

        facts.moved(account("B"), account("C"), "S1", 100_00, NOON.plusSeconds(180));
        compute();

        assertThat(share("C", caseOne)).isEqualTo(40_00);
    }

    @Test
    void lateBookingUndoesUniqueness() {
        facts.paid(caseOne, account("A"), 100_00, NOON);
        facts.moved(account("A"), account("B"), "S1", 60_00, NOON.plusSeconds(60));
        facts.moved(account("B"), account("C"), "S2", 60_00, NOON.plusSeconds(120));
        facts.balance(account("A"), 40_00, NOON.plusSeconds(600));
        facts.balance(account("B"), 0, NOON.plusSeconds(600));
        facts.balance(account("C"), 60_00, NOON.plusSeconds(600));
        compute();
        assertThat(isUnique("C")).isTrue();

        facts.paid(caseTwo, account("A"), 20_00, NOON.minusSeconds(60));
        facts.balance(account("A"), 60_00, NOON.plusSeconds(601));
        compute();

        assertThat(share("C", caseOne)).isEqualTo(50_00);
        assertThat(share("C", caseTwo)).isEqualTo(10_00);
        assertThat(isUnique("C")).isFalse();
        assertThat(books.number(
                        "SELECT count(*) FROM attributed_account WHERE due_at IS NOT NULL AND account_number LIKE '%"
                                + suffix + "'"))
                .isZero();
    }

    @Test
    void whatIsUpstreamIsNotComputedAgain() {
        facts.paid(caseOne, account("A"), 100_00, NOON);
        facts.moved(account("A"), account("B"), "S1", 100_00, NOON.plusSeconds(60));
        facts.balance(account("A"), 0, NOON.plusSeconds(600));
        facts.balance(account("B"), 100_00, NOON.plusSeconds(600));
        compute();
        long before = version("A");

        facts.paid(caseTwo, account("B"), 50_00, NOON.plusSeconds(90));
        facts.balance(account("B"), 150_00, NOON.plusSeconds(601));
        compute();

        assertThat(version("A")).isEqualTo(before);
        assertThat(share("B", caseOne)).isEqualTo(100_00);
        assertThat(share("B", caseTwo)).isEqualTo(50_00);
        assertThat(isUnique("B")).isTrue();
    }

    @Test
    void casesThatMeetAtTheFourthLevelShareTheAccount() {
        facts.paid(caseOne, account("A1"), 30_00, NOON);
        facts.paid(caseTwo, account("A2"), 60_00, NOON);
        Stream.of("1", "2").forEach(way -> {
            long fen = way.equals("1") ? 30_00 : 60_00;
            facts.moved(account("A" + way), account("B" + way), "A" + way, fen, NOON.plusSeconds(10));
            facts.moved(account("B" + way), account("C" + way), "B" + way, fen, NOON.plusSeconds(20));
            facts.moved(account("C" + way), account("D"), "C" + way, fen, NOON.plusSeconds(30));
        });
        facts.moved(account("D"), account("E"), "D", 45_00, NOON.plusSeconds(40));
        Stream.of("A1", "A2", "B1", "B2", "C1", "C2")
                .forEach(name -> facts.balance(account(name), 0, NOON.plusSeconds(600)));
        facts.balance(account("D"), 45_00, NOON.plusSeconds(600));
        facts.balance(account("E"), 45_00, NOON.plusSeconds(600));

        compute();

        assertThat(share("E", caseOne)).isEqualTo(15_00);
        assertThat(share("E", caseTwo)).isEqualTo(30_00);
        assertThat(ofAccount("level", "D")).isEqualTo(4);
        assertThat(isUnique("D")).isFalse();
    }

    @Test
    void factsEndInTheSameSharesWhateverTheirOrder() {
        List<Runnable> told = new ArrayList<>(List.of(
                () -> facts.paid(caseOne, account("A"), 100_00, NOON),
                () -> facts.moved(account("A"), account("B"), "S1", 100_00, afterHours(1)),
                () -> facts.moved(account("B"), account("A"), "S2", 40_00, afterHours(2)),
                () -> facts.paid(caseTwo, account("A"), 50_00, afterHours(3)),
                () -> facts.moved(account("A"), account("C"), "S3", 60_00, afterHours(4)),
                () -> facts.balance(account("A"), 30_00, afterHours(5)),
                () -> facts.balance(account("B"), 60_00, afterHours(5)),
                () -> facts.balance(account("C"), 60_00, afterHours(5))));
        long seed = System.nanoTime();
        Random random = new Random(seed);
        for (int round = 0; round < 20; round++) {
            begin();
            Collections.shuffle(told, random);
            told.forEach(fact -> {
                fact.run();
                compute();
            });

            assertThat(List.of(share("C", caseOne), share("C", caseTwo), share("A", caseOne), share("B", caseOne)))
                    .as("seed " + seed + ", round " + round)
                    .containsExactly(26_67L, 33_33L, 13_33L, 60_00L);
        }
    }

    @Test
    void flowThatIsNoLongerKnownIsForgotten() throws Exception {
        facts.paid(caseOne, account("A"), 100_00, NOON);
        facts.moved(account("A"), account("B"), "S1", 100_00, NOON.plusSeconds(60));
        facts.balance(account("B"), 100_00, NOON.plusSeconds(600));
        compute();

        books.run("UPDATE booking SET is_replaced = true WHERE account_number = '"
                + account("A").number() + "'");
        facts.touch(account("A"));
        facts.touch(account("B"));
        compute();

        assertThat(share("A", caseOne)).isEqualTo(100_00);
        assertThat(share("B", caseOne)).isZero();
        assertThat(books.number("SELECT count(*) FROM attributed_flow WHERE source = 'OUT' AND account_number = '"
                        + account("A").number() + "'"))
                .isZero();
    }

    @Test
    void reportedOutflowCountsOnceWhenItsPayeeIsComputedAlone() {
        facts.paid(caseOne, account("X"), 40_00, NOON);
        facts.credited(account("X"), "X0", 60_00, NOON.minusSeconds(600), account("salary"));
        facts.paidFrom(caseTwo, account("X"), account("A"), 100_00, NOON.plusSeconds(60));
        facts.moved(account("X"), account("A"), "X1", 100_00, NOON.plusSeconds(62));
        facts.balance(account("X"), 0, NOON.plusSeconds(600));
        facts.balance(account("A"), 100_00, NOON.plusSeconds(600));
        compute();
        assertThat(share("A", caseOne)).isEqualTo(40_00);
        assertThat(share("A", caseTwo)).isEqualTo(60_00);

        facts.touch(account("A"));
        compute();

        assertThat(share("A", caseOne)).isEqualTo(40_00);
        assertThat(share("A", caseTwo)).isEqualTo(60_00);
    }

    @Test
    void computedAtOnceByManyTheResultIsTheSame() {
        for (int i = 0; i < 20; i++) {
            facts.paid(i % 2 == 0 ? caseOne : caseTwo, account("A" + i), 10_00, NOON);
            facts.moved(account("A" + i), account("B"), "S" + i, 10_00, NOON.plusSeconds(60 + i));
            facts.balance(account("A" + i), 0, NOON.plusSeconds(600));
        }
        facts.balance(account("B"), 200_00, NOON.plusSeconds(600));

        List<CompletableFuture<Void>> all = Stream.generate(
                        () -> attributing.computeDue().subscribeAsCompletionStage())
                .limit(8)
                .toList();
        all.forEach(CompletableFuture::join);
        compute();

        assertThat(share("B", caseOne)).isEqualTo(100_00);
        assertThat(share("B", caseTwo)).isEqualTo(100_00);
    }

    private void compute() {
        attributing.computeDue().await().atMost(PATIENCE);
    }

    private static Instant afterHours(int hours) {
        return NOON.plus(Duration.ofHours(hours));
    }

    private AccountRef.Key account(String name) {
        return new AccountRef.Key("102100099996", name + "-" + suffix);
    }

    private long share(String account, UUID caseId) {
        return ofAccount("coalesce((shares ->> '" + caseId + "')::bigint, 0)", account);
    }

    private boolean isUnique(String account) {
        return ofAccount("is_unique::int", account) == 1;
    }

    private long version(String account) {
        return ofAccount("version", account);
    }

    private long ofAccount(String expression, String account) {
        return books.number("SELECT " + expression + " FROM attributed_account WHERE account_number = '"
                + account(account).number() + "'");
    }
}
