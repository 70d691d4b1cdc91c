package org.stoppayment.recovery.attribution.domain;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.stoppayment.kernel.CaseId;
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
        if (fen <= 0) {
            throw new IllegalArgumentException("fen: " + fen + " (expected: above 0)");
        }
        return new Shares(new Owner[] {owner}, new long[] {fen});
    }

    /** Money by owner. Owners with nothing are left out. */
    public static Shares of(Map<Owner, Long> byOwner) {
        Shares shares = NONE;
        for (Map.Entry<Owner, Long> each : byOwner.entrySet()) {
            shares = each.getValue() == 0 ? shares : shares.plus(of(each.getKey(), each.getValue()));
        }
        return shares;
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
