package org.stoppayment.recovery.attribution.domain;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The rule of shares as it is written down, for one account: every inflow is kept apart, three times, as FIFO, LIFO and the proportional
 * rule leave it. Slow, and without what {@link AccountPool} makes of it.
 */
final class SlowAttribution {

    private final List<Map<Owner, BigInteger>> inflows = new ArrayList<>(); // what is left by the rule
    private final List<Owner> owners =
            new ArrayList<>(); // of each inflow; of one that is not unique, any of its owners
    private final List<Boolean> unique = new ArrayList<>(); // of one owner, and unique all the way
    private final List<Long> fifo = new ArrayList<>();
    private final List<Long> lifo = new ArrayList<>();

    void receive(Map<Owner, Long> shares, boolean isUnique) {
        Map<Owner, BigInteger> left = new TreeMap<>();
        shares.forEach((owner, fen) -> left.put(owner, BigInteger.valueOf(fen)));
        inflows.add(left);
        owners.add(shares.keySet().iterator().next());
        unique.add(isUnique && shares.size() == 1);
        long sum = shares.values().stream().mapToLong(Long::longValue).sum();
        fifo.add(sum);
        lifo.add(sum);
    }

    boolean isDetermined() {
        return fifo.equals(lifo);
    }

    /** What left, and whether that is unique. */
    Paid pay(long fen) {
        boolean before = isDetermined();
        List<Long> fifoBefore = List.copyOf(fifo);
        take(fifo, fen, 0, 1);
        take(lifo, fen, lifo.size() - 1, -1);
        boolean isUnique = before && isDetermined();
        Map<Owner, Long> taken = proportional(fen);
        boolean allTheWay = isUnique;
        for (int i = 0; i < fifo.size(); i++) {
            allTheWay &= fifoBefore.get(i).equals(fifo.get(i)) || unique.get(i);
        }
        if (allTheWay) { // then each inflow is of one owner, and what left is known from each
            Map<Owner, Long> exact = new TreeMap<>();
            for (int i = 0; i < fifo.size(); i++) {
                long part = fifoBefore.get(i) - fifo.get(i);
                if (part > 0) {
                    exact.merge(owners.get(i), part, Long::sum);
                }
            }
            if (!exact.equals(taken)) {
                throw new AssertionError("unique: " + exact + ", by the rule: " + taken);
            }
        }
        return new Paid(taken, allTheWay);
    }

    void receiveOf(Owner owner, long fen, boolean isUnique) {
        receive(Map.of(owner, fen), isUnique);
    }

    Map<Owner, Long> left() {
        Map<Owner, Long> sums = new TreeMap<>();
        inflows.forEach(inflow -> inflow.forEach((owner, fen) -> sums.merge(owner, fen.longValueExact(), Long::sum)));
        sums.values().removeIf(fen -> fen == 0);
        return sums;
    }

    private Map<Owner, Long> proportional(long fen) {
        Map<Owner, BigInteger> sums = new TreeMap<>();
        inflows.forEach(inflow -> inflow.forEach((owner, left) -> sums.merge(owner, left, BigInteger::add)));
        BigInteger total = sums.values().stream().reduce(BigInteger.ZERO, BigInteger::add);
        Map<Owner, BigInteger> parts = new TreeMap<>();
        Map<Owner, BigInteger> remainders = new HashMap<>();
        sums.forEach((owner, sum) -> {
            BigInteger[] exact = sum.multiply(BigInteger.valueOf(fen)).divideAndRemainder(total);
            parts.put(owner, exact[0]);
            remainders.put(owner, exact[1]);
        });
        long over = fen
                - parts.values().stream().mapToLong(BigInteger::longValueExact).sum();
        sums.keySet().stream()
                .sorted(Comparator.comparing((Owner owner) -> remainders.get(owner))
                        .reversed()
                        .thenComparing(Comparator.naturalOrder()))
                .limit(over)
                .forEach(owner -> parts.merge(owner, BigInteger.ONE, BigInteger::add));
        Map<Owner, Long> taken = new TreeMap<>();
        parts.forEach((owner, part) -> {
            if (part.signum() > 0) {
                taken.put(owner, part.longValueExact());
                remove(owner, part);
            }
        });
        return taken;
    }

    private void remove(Owner owner, BigInteger part) {
        BigInteger left = part;
        for (Map<Owner, BigInteger> inflow : inflows) {
            BigInteger here = left.min(inflow.getOrDefault(owner, BigInteger.ZERO));
            inflow.computeIfPresent(owner, (key, sum) -> sum.subtract(here));
            left = left.subtract(here);
        }
    }

    private static void take(List<Long> remainders, long fen, int from, int step) {
        long left = fen;
        for (int i = from; left > 0; i += step) {
            long here = Math.min(left, remainders.get(i));
            remainders.set(i, remainders.get(i) - here);
            left -= here;
        }
    }

    /** What left, and whether it is unique all the way. */
    record Paid(Map<Owner, Long> shares, boolean isUnique) {}
}
