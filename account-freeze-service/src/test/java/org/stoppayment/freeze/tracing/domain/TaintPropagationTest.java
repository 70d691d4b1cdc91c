package org.stoppayment.freeze.tracing.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.stoppayment.freeze.tracing.domain.TaintReferenceModel.reported;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.stoppayment.freeze.shared.domain.AccountRef;
import org.stoppayment.freeze.tracing.domain.TaintPropagation.Booking;
import org.stoppayment.freeze.tracing.domain.TaintPropagation.Carried;

class TaintPropagationTest {

    private static final Instant NOON = Instant.parse("2026-03-01T04:00:00Z");
    private static final AccountRef.Key A = account("A");
    private static final AccountRef.Key B = account("B");
    private static final AccountRef.Key C = account("C");
    private static final AccountRef.Key D = account("D");

    @Test
    void exampleOfTheRuleLeavesWhatTheRuleSays() {
        List<Carried> carried = sweep(
                reported(A, "V", NOON, 100_000),
                paid(A, "1", 60, 80_000, B),
                paid(B, "2", 120, 70_000, C),
                paid(C, "3", 180, 30_000, A),
                paid(A, "4", 240, 40_000, D));

        assertThat(left(carried))
                .containsExactlyInAnyOrderEntriesOf(Map.of(A, 10_000L, B, 10_000L, C, 40_000L, D, 40_000L));
        assertThat(carried).extracting(Carried::level).containsExactly(1, 2, 3, 4, 2);
    }

    @Test
    void transferCarriesNoMoreThanThePayerHasLeft() {
        assertThat(taints(reported(A, "V", NOON, 100), paid(A, "1", 60, 250, B), paid(A, "2", 120, 10, C)))
                .containsExactly(100L, 100L, 0L);
    }

    @Test
    void outflowBeforeTheInflowCarriesNothing() {
        assertThat(taints(reported(A, "V", NOON, 100), paid(A, "1", -1, 100, B), paid(A, "2", 1, 30, B)))
                .containsExactly(0L, 100L, 30L);
    }

    @Test
    void chainOfOneSecondIsFollowedThoughItsAccountsComeInTheWrongOrder() {
        assertThat(taints(
                        reported(D, "V", NOON, 100),
                        paid(B, "1", 0, 60, A),
                        paid(D, "9", 0, 80, C),
                        paid(C, "5", 0, 70, B)))
                .containsExactly(100L, 80L, 70L, 60L);
    }

    @Test
    void sequenceDecidesBeforeTheLevelDoes() {
        List<Carried> carried = sweep(
                reported(A, "V", NOON, 100),
                new Booking(A, "2", 1, NOON, 2, 50, Optional.empty(), Optional.of(B)),
                new Booking(A, "1", 1, NOON, 1, 80, Optional.empty(), Optional.of(C)));

        assertThat(carried).extracting(Carried::taintedFen).containsExactly(100L, 80L, 20L);
    }

    @Test
    void transferToItselfChangesNothing() {
        assertThat(left(sweep(reported(A, "V", NOON, 100), paid(A, "1", 60, 70, A), paid(A, "2", 61, 90, B))))
                .isEqualTo(Map.of(A, 10L, B, 90L));
    }

    @Test
    void moneyThatLeavesInCashIsNobodysAnyMore() {
        List<Carried> carried = sweep(
                reported(A, "V", NOON, 100),
                new Booking(A, "1", 1, NOON.plusSeconds(1), 0, 30, Optional.empty(), Optional.empty()));

        assertThat(left(carried)).isEqualTo(Map.of(A, 70L));
    }

    @Test
    void loopOfTwentyLosesNoFen() {
        List<Booking> bookings = new ArrayList<>(List.of(reported(account("00"), "V", NOON, 1_000_000)));
        for (int round = 0; round < 3; round++) {
            for (int i = 0; i < 20; i++) {
                bookings.add(paid(
                        account("%02d".formatted(i)),
                        "r" + round,
                        1 + round * 20 + i,
                        1_000_000 - 1_000 * i,
                        account("%02d".formatted((i + 1) % 20))));
            }
        }

        Map<AccountRef.Key, Long> left = left(TaintPropagation.over(bookings));

        assertThat(left.values().stream().mapToLong(Long::longValue).sum()).isEqualTo(1_000_000);
        assertThat(left).containsEntry(account("00"), 981_000L);
    }

    @Test
    void fixedMoneyComesInWhole() {
        Booking outside = new Booking(D, "7", 1, NOON, 3, 40, Optional.of(5), Optional.of(A));

        List<Carried> carried = sweep(outside, paid(A, "1", 1, 100, B));

        assertThat(carried).extracting(Carried::taintedFen).containsExactly(40L, 40L);
        assertThat(carried).extracting(Carried::level).containsExactly(6, 7);
    }

    @Test
    void anyBookingsInAnyOrderCarryWhatTheSlowReferenceSays() {
        long seed = Long.getLong("seed", System.nanoTime());
        System.out.println("TaintPropagationTest: seed " + seed);
        Random random = new Random(seed);
        for (int round = 0; round < 400; round++) {
            List<Booking> bookings = any(random, 1 + random.nextInt(60), 1 + random.nextInt(8), 1 + random.nextInt(10));
            TaintReferenceModel expected = TaintReferenceModel.over(bookings);
            Collections.shuffle(bookings, random);

            List<Carried> carried = TaintPropagation.over(bookings);

            Map<Booking, Long> taints = new HashMap<>();
            Map<Booking, Integer> levels = new HashMap<>();
            carried.stream().filter(one -> one.taintedFen() > 0).forEach(one -> {
                taints.put(one.booking(), one.taintedFen());
                levels.put(one.booking(), one.level());
            });
            assertThat(carried).as("seed %d, round %d", seed, round).hasSameSizeAs(bookings);
            assertThat(taints).as("seed %d, round %d", seed, round).isEqualTo(expected.tainted());
            assertThat(levels).as("seed %d, round %d", seed, round).isEqualTo(expected.levels());
            long in = bookings.stream()
                    .filter(one -> one.fixedLevel().isPresent())
                    .mapToLong(Booking::fen)
                    .sum();
            long cash = carried.stream()
                    .filter(one -> one.booking().payee().isEmpty())
                    .mapToLong(Carried::taintedFen)
                    .sum();
            assertThat(left(carried).values().stream()
                                    .mapToLong(Long::longValue)
                                    .sum()
                            + cash)
                    .as("seed %d, round %d", seed, round)
                    .isEqualTo(in);
        }
    }

    /** Bookings among few accounts at few moments, so that many fall together. */
    private static List<Booking> any(Random random, int count, int accounts, int moments) {
        List<Booking> bookings = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            AccountRef.Key payer = account("" + random.nextInt(accounts));
            Instant at = NOON.plusSeconds(random.nextInt(moments));
            long fen = 1 + random.nextInt(1000);
            int luck = random.nextInt(10);
            if (luck < 2) {
                bookings.add(reported(payer, "s" + i, at, fen));
            } else {
                Optional<AccountRef.Key> payee =
                        luck < 3 ? Optional.empty() : Optional.of(account("" + random.nextInt(accounts)));
                Optional<Integer> fixed =
                        luck < 4 && payee.isPresent() ? Optional.of(1 + random.nextInt(4)) : Optional.empty();
                bookings.add(new Booking(payer, "s" + i / 2, 1 + i % 2, at, random.nextInt(3), fen, fixed, payee));
            }
        }
        return bookings;
    }

    private static List<Long> taints(Booking... bookings) {
        return sweep(bookings).stream().map(Carried::taintedFen).toList();
    }

    private static List<Carried> sweep(Booking... bookings) {
        return TaintPropagation.over(List.of(bookings));
    }

    /** What is left on each account after all. */
    private static Map<AccountRef.Key, Long> left(List<Carried> carried) {
        Map<AccountRef.Key, Long> left = new HashMap<>();
        for (Carried one : carried) {
            if (one.booking().fixedLevel().isEmpty()) {
                left.merge(one.booking().payer(), -one.taintedFen(), Math::addExact);
            }
            one.booking().payee().ifPresent(payee -> left.merge(payee, one.taintedFen(), Math::addExact));
        }
        left.values().removeIf(fen -> fen == 0);
        return left;
    }

    private static Booking paid(
            AccountRef.Key payer, String serial, long afterSeconds, long fen, AccountRef.Key payee) {
        return new Booking(
                payer, serial, 1, NOON.plusSeconds(afterSeconds), 0, fen, Optional.empty(), Optional.of(payee));
    }

    private static AccountRef.Key account(String number) {
        return new AccountRef.Key("102100099996", number);
    }
}
