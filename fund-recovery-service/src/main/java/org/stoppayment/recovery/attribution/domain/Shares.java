package org.stoppayment.recovery.attribution.domain;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.stoppayment.kernel.ids.CaseId;
import org.stoppayment.recovery.shared.domain.Apportionment;

/** Money by owner, in fen. Immutable; owners in their order, each with more than nothing. */
public final class Shares {

    /** No money. */
    public static final Shares NONE = new Shares(new Owner[0], new long[0]);

    private final Owner[] owners;
    private final long[] fen;
    private final long total;

    private Shares(Owner[] owners, long[] fen) {
        this.owners = owners;
        this.fen = fen;
        long sum = 0;
        for (long each : fen) {
            sum = Math.addExact(sum, each);
        }
        this.total = sum;
    }

    /** Money of one owner; {@code fen} above zero. */
    public static Shares of(Owner owner, long fen) {
        return new Shares(new Owner[] {owner}, new long[] {positive(fen)});
    }

    private static long positive(long fen) {
        if (fen <= 0) {
            throw new IllegalArgumentException("fen: " + fen + " (expected: above 0)");
        }
        return fen;
    }

    /** Money by owner. Owners with nothing are left out. */
    public static Shares of(Map<Owner, Long> byOwner) {
        List<Map.Entry<Owner, Long>> sorted = byOwner.entrySet().stream()
                .filter(each -> each.getValue() != 0)
                .sorted(Map.Entry.comparingByKey())
                .toList();
        Owner[] owners = new Owner[sorted.size()];
        long[] fen = new long[sorted.size()];
        for (int i = 0; i < owners.length; i++) {
            owners[i] = sorted.get(i).getKey();
            fen[i] = positive(sorted.get(i).getValue());
        }
        return new Shares(owners, fen);
    }

    /** The sum. */
    public long total() {
        return total;
    }

    /** True when there is no money. */
    public boolean isEmpty() {
        return owners.length == 0;
    }

    /** The only owner; empty when there are several or none. */
    public Optional<Owner> onlyOwner() {
        return owners.length == 1 ? Optional.of(owners[0]) : Optional.empty();
    }

    /** What one owner has, zero when nothing. */
    public long of(Owner owner) {
        int at = Arrays.binarySearch(owners, owner);
        return at < 0 ? 0 : fen[at];
    }

    /** By owner, in the order of owners. */
    public Map<Owner, Long> byOwner() {
        Map<Owner, Long> all = new LinkedHashMap<>();
        for (int i = 0; i < owners.length; i++) {
            all.put(owners[i], fen[i]);
        }
        return all;
    }

    /** By the case of the victim, in the order of owners; the holder and the unknown are left out. */
    public Map<CaseId, Long> byCase() {
        Map<CaseId, Long> all = new LinkedHashMap<>();
        for (int i = 0; i < owners.length; i++) {
            long sum = fen[i];
            owners[i].caseId().ifPresent(caseId -> all.put(caseId, sum));
        }
        return all;
    }

    /** This money and {@code other}. */
    public Shares plus(Shares other) {
        if (isEmpty()) {
            return other;
        }
        if (other.isEmpty()) {
            return this;
        }
        if (other.owners.length == 1) {
            return plus(other.owners[0], other.fen[0]);
        }
        Owner[] merged = new Owner[owners.length + other.owners.length];
        long[] sums = new long[merged.length];
        int count = 0;
        int i = 0;
        int j = 0;
        while (i < owners.length || j < other.owners.length) {
            int order = i == owners.length ? 1 : j == other.owners.length ? -1 : owners[i].compareTo(other.owners[j]);
            merged[count] = order <= 0 ? owners[i] : other.owners[j];
            sums[count++] = Math.addExact(order <= 0 ? fen[i] : 0, order >= 0 ? other.fen[j] : 0);
            i += order <= 0 ? 1 : 0;
            j += order >= 0 ? 1 : 0;
        }
        return new Shares(Arrays.copyOf(merged, count), Arrays.copyOf(sums, count));
    }

    /** Money of most bookings is one owner's, and an account may hold that of thousands. */
    private Shares plus(Owner owner, long sum) {
        int at = Arrays.binarySearch(owners, owner);
        if (at >= 0) {
            long[] sums = fen.clone();
            sums[at] = Math.addExact(sums[at], sum);
            return new Shares(owners, sums);
        }
        int place = -at - 1;
        Owner[] all = new Owner[owners.length + 1];
        long[] sums = new long[all.length];
        System.arraycopy(owners, 0, all, 0, place);
        System.arraycopy(fen, 0, sums, 0, place);
        all[place] = owner;
        sums[place] = sum;
        System.arraycopy(owners, place, all, place + 1, owners.length - place);
        System.arraycopy(fen, place, sums, place + 1, owners.length - place);
        return new Shares(all, sums);
    }

    /** This money without {@code sum} of one owner's; throws {@link IllegalArgumentException} when the owner has less. */
    public Shares minus(Owner owner, long sum) {
        Map<Owner, Long> all = byOwner();
        long rest = Math.subtractExact(of(owner), sum);
        if (rest < 0) {
            throw new IllegalArgumentException("sum: " + sum + " (expected: at most " + of(owner) + ")");
        }
        all.put(owner, rest);
        return of(all);
    }

    /** The same money, with what {@code from} had being {@code to}'s. */
    public Shares reassigned(Owner from, Owner to) {
        Map<Owner, Long> all = byOwner();
        Long moved = all.remove(from);
        if (moved == null) {
            return this;
        }
        all.merge(to, moved, Math::addExact);
        return of(all);
    }

    /**
     * Takes a sum from all owners in proportion to what they have; fen by largest remainder, then by owner.
     *
     * @param sum above zero, at most {@link #total()}
     */
    public Division take(long sum) {
        if (sum <= 0 || sum > total) {
            throw new IllegalArgumentException("sum: " + sum + " (expected: 1.." + total + ")");
        }
        if (sum == total) {
            return new Division(this, NONE);
        }
        long[] taken = Apportionment.divide(sum, fen);
        long[] rest = new long[fen.length];
        for (int i = 0; i < fen.length; i++) {
            rest[i] = fen[i] - taken[i];
        }
        return new Division(withoutNothing(taken), withoutNothing(rest));
    }

    private Shares withoutNothing(long[] sums) {
        Owner[] some = new Owner[sums.length];
        long[] above = new long[sums.length];
        int count = 0;
        for (int i = 0; i < sums.length; i++) {
            if (sums[i] > 0) {
                some[count] = owners[i];
                above[count++] = sums[i];
            }
        }
        return new Shares(Arrays.copyOf(some, count), Arrays.copyOf(above, count));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Shares shares && Arrays.equals(owners, shares.owners) && Arrays.equals(fen, shares.fen);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(owners) + Arrays.hashCode(fen);
    }

    @Override
    public String toString() {
        return byOwner().toString();
    }

    /**
     * Money that was divided.
     *
     * @param taken what was taken
     * @param rest what is left
     */
    public record Division(Shares taken, Shares rest) {}
}
