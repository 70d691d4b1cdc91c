package org.stoppayment.cli.drill.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.stoppayment.cli.drill.plan.Ring.Move;
import org.stoppayment.cli.drill.plan.Ring.Mule;
import org.stoppayment.cli.drill.plan.Ring.Payment;
import org.stoppayment.cli.suite.Registry;
import org.stoppayment.cli.suite.Registry.Institution;
import org.stoppayment.kernel.CheckDigits;

class RingPlanTest {

    private static final List<Institution> INSTITUTIONS =
            Registry.of(Path.of("..")).institutions();
    private static final DurationRange MULES = DurationRange.parse("5s..30s");

    private static DrillOptions options(int cases, long seed, String levels, String faults) {
        return new DrillOptions(
                cases,
                Rate.parse("5"),
                MULES,
                DurationRange.parse("1ms"),
                DurationRange.parse("5s..20s"),
                LevelRange.parse(levels),
                FaultRates.parse(faults),
                seed);
    }

    private static RingPlan plan(int cases, long seed) {
        return RingPlan.draw(options(cases, seed, "1..5", "some"), INSTITUTIONS);
    }

    @Test
    void theSameSeedGivesTheSameRingsToTheByteOnAnyMachine() throws Exception {
        String json = plan(20, 7).json();

        assertThat(plan(20, 7).json()).isEqualTo(json);
        byte[] digest = MessageDigest.getInstance("SHA-256").digest(json.getBytes(StandardCharsets.UTF_8));
        assertThat(HexFormat.of().formatHex(digest))
                .as("changes when the rings of a seed change: say so to those who compare drills")
                .isEqualTo("5f949c93eb7673657bfaf1df020aaefc5edc5e118ee50f117498696d839c0abf");
    }

    @Test
    void severalVictimsPayEachAccountOfTheFirstLevelOfASharedRing() {
        RingPlan plan = shared(201, 7);

        assertThat(plan.rings().stream().mapToInt(Ring::victims).sum()).isEqualTo(201);
        assertThat(plan.rings())
                .extracting(Ring::victims)
                .contains(2, 3, 4, 5)
                .allMatch(count -> count >= 2 && count <= 5);
        assertThat(plan.rings()).allSatisfy(ring -> {
            assertThat(ring.mules().size()).isLessThanOrEqualTo(25);
            for (int mule = 0; mule < ring.mules().size(); mule++) {
                if (ring.mules().get(mule).level() == 1) {
                    int paid = mule;
                    assertThat(ring.payments().stream()
                                    .filter(payment -> payment.mule() == paid)
                                    .map(Payment::victim)
                                    .distinct())
                            .hasSize(ring.victims());
                }
            }
            assertThat(ring.payments()).allMatch(payment -> payment.atMillis() < 0);
            assertThat(ring.others()).allMatch(victim -> victim.callMillis() > 0);
        });
        assertThat(numbers(plan)).doesNotHaveDuplicates();
    }

    @Test
    void moreCasesChangeAtMostTheLastSharedRing() {
        List<Ring> few = shared(50, 7).rings();

        assertThat(shared(80, 7).rings())
                .startsWith(few.subList(0, few.size() - 1).toArray(Ring[]::new));
    }

    private static RingPlan shared(int cases, long seed) {
        DrillOptions alone = options(cases, seed, "1..5", "some");
        return RingPlan.draw(
                new DrillOptions(
                        alone.cases(),
                        alone.rate(),
                        alone.muleDelay(),
                        alone.bankDelay(),
                        alone.callAfter(),
                        alone.levels(),
                        alone.faults(),
                        alone.seed(),
                        true),
                INSTITUTIONS);
    }

    @Test
    void differentSeedsGiveDifferentRings() {
        assertThat(numbers(plan(50, 8))).doesNotContainAnyElementsOf(numbers(plan(50, 7)));
    }

    @Test
    void moreCasesDoNotChangeTheFirstOnes() {
        assertThat(plan(30, 7).rings().subList(0, 10)).isEqualTo(plan(10, 7).rings());
    }

    @Test
    void everyCallIsDueAtTheRate() {
        assertThat(plan(4, 7).rings()).extracting(Ring::sendAfterMillis).containsExactly(0L, 200L, 400L, 600L);
    }

    @Test
    void accountNumbersAreUniquePassLuhnAndStartWithTheBin() {
        List<Ring> rings = plan(300, 7).rings();
        Set<String> seen = new HashSet<>();

        for (Ring ring : rings) {
            for (Mule mule : ring.mules()) {
                Ring.Party account = mule.account();
                Institution bank = INSTITUTIONS.stream()
                        .filter(each -> each.code().equals(account.institutionCode()))
                        .findFirst()
                        .orElseThrow();
                assertThat(seen.add(account.number())).isTrue();
                assertThat(account.number()).startsWith(bank.bin().orElse("2088"));
                assertThat(bank.bin().isEmpty() || CheckDigits.luhn(account.number()))
                        .isTrue();
            }
        }
        assertThat(rings.stream().flatMap(ring -> ring.mules().stream()).map(mule -> mule.account()
                        .institutionCode()))
                .containsOnlyElementsOf(
                        INSTITUTIONS.stream().map(Institution::code).toList())
                .contains("Z2007933000010");
    }

    @Test
    void mulesPayOutOnlyWhatTheyReceivedBefore() {
        for (Ring ring : plan(300, 7).rings()) {
            for (int mule = 0; mule < ring.mules().size(); mule++) {
                long got = receivedFen(ring, mule);
                long cameAt = receivedAt(ring, mule);
                List<Move> paid = paidBy(ring, mule);
                assertThat(paid).isNotEmpty().allSatisfy(move -> {
                    assertThat(move.amountFen()).isPositive();
                    assertThat(move.atMillis() - cameAt).isBetween(MULES.minMillis(), MULES.maxMillis());
                });
                assertThat(paid.stream().mapToLong(Move::amountFen).sum())
                        .isLessThanOrEqualTo(got)
                        .isGreaterThanOrEqualTo(got * 92 / 100);
            }
        }
    }

    @Test
    void ringsAreTreesOfTheGivenDepthThatEndInCashAndGoods() {
        List<Ring> rings =
                RingPlan.draw(options(300, 7, "2..4", "none"), INSTITUTIONS).rings();

        for (Ring ring : rings) {
            for (Mule mule : ring.mules()) {
                assertThat(mule.level())
                        .isBetween(1, 4)
                        .isEqualTo(
                                mule.payer() == null
                                        ? 1
                                        : ring.mules().get(mule.payer()).level() + 1);
            }
            assertThat(ring.mules()).hasSizeBetween(1, 25);
            assertThat(ring.payments()).hasSizeBetween(1, 3);
        }
        List<Move> moves = rings.stream().flatMap(ring -> ring.moves().stream()).toList();
        assertThat(moves).extracting(Move::kind).contains(Ring.MoveKind.values());
        assertThat(moves).anyMatch(move -> move.kind() == Ring.MoveKind.TRANSFER && move.amountFen() < 100_00);
        assertThat(rings.stream().mapToInt(ring -> ring.mules().size()).max()).hasValue(25);
    }

    @Test
    void namesAreMisreportedOnlyWithFaults() {
        assertThat(mistakes(RingPlan.draw(options(300, 7, "1", "none"), INSTITUTIONS)))
                .isZero();
        assertThat(mistakes(RingPlan.draw(options(300, 7, "1", "storm"), INSTITUTIONS)))
                .isPositive();
    }

    private static long mistakes(RingPlan plan) {
        return plan.rings().stream()
                .flatMap(ring -> ring.payments().stream().filter(payment -> !payment.reportedName()
                        .equals(ring.mules().get(payment.mule()).account().name())))
                .count();
    }

    private static List<String> numbers(RingPlan plan) {
        return plan.rings().stream()
                .flatMap(ring -> ring.mules().stream())
                .map(mule -> mule.account().number())
                .toList();
    }

    private static List<Move> paidBy(Ring ring, int mule) {
        return ring.moves().stream().filter(move -> move.from() == mule).toList();
    }

    private static long receivedFen(Ring ring, int mule) {
        long payments = ring.payments().stream()
                .filter(payment -> payment.mule() == mule)
                .mapToLong(Payment::amountFen)
                .sum();
        return payments
                + ring.moves().stream()
                        .filter(move -> move.to() != null && move.to() == mule)
                        .mapToLong(Move::amountFen)
                        .sum();
    }

    private static long receivedAt(Ring ring, int mule) {
        long paid = ring.payments().stream()
                .filter(payment -> payment.mule() == mule)
                .mapToLong(Payment::atMillis)
                .max()
                .orElse(Long.MIN_VALUE);
        return ring.moves().stream()
                .filter(move -> move.to() != null && move.to() == mule)
                .mapToLong(Move::atMillis)
                .reduce(paid, Math::max);
    }
}
