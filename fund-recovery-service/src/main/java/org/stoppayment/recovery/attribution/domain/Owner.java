package org.stoppayment.recovery.attribution.domain;

import java.util.Comparator;
import java.util.Optional;
import java.util.UUID;
import org.stoppayment.kernel.ids.CaseId;

/**
 * Whose money it is. Owners are ordered: victims by the id of their case, then the holder, then unknown.
 *
 * @param kind of owner
 * @param caseId the case of the victim; empty for the others
 */
public record Owner(Kind kind, Optional<CaseId> caseId) implements Comparable<Owner> {

    /** Kinds of owners. */
    public enum Kind {
        /** The victim of a case. */
        VICTIM,
        /** The holder of the account: money that no case claims. The holder takes part in the arithmetic, but claims nothing. */
        HOLDER,
        /** Nobody can tell: a statement lacks bookings. */
        UNKNOWN
    }

    /** The holder of the account. */
    public static final Owner HOLDER = new Owner(Kind.HOLDER, Optional.empty());

    /** Nobody can tell. */
    public static final Owner UNKNOWN = new Owner(Kind.UNKNOWN, Optional.empty());

    private static final Comparator<Owner> ORDER =
            Comparator.comparing(Owner::kind).thenComparing(owner -> owner.caseId.map(CaseId::value), Owner::compare);

    public Owner {
        if (caseId.isPresent() != (kind == Kind.VICTIM)) {
            throw new IllegalArgumentException("caseId: " + caseId + " (expected: that of a victim)");
        }
    }

    /** The victim of a case. */
    public static Owner victim(CaseId caseId) {
        return new Owner(Kind.VICTIM, Optional.of(caseId));
    }

    /** True for the victim of a case. */
    public boolean isVictim() {
        return kind == Kind.VICTIM;
    }

    @Override
    public int compareTo(Owner other) {
        return ORDER.compare(this, other);
    }

    /** As text, as unsigned numbers: {@link UUID#compareTo} takes the halves as signed. */
    private static int compare(Optional<UUID> one, Optional<UUID> other) {
        if (one.isEmpty() || other.isEmpty()) {
            return 0;
        }
        int high = Long.compareUnsigned(
                one.get().getMostSignificantBits(), other.get().getMostSignificantBits());
        return high != 0
                ? high
                : Long.compareUnsigned(
                        one.get().getLeastSignificantBits(), other.get().getLeastSignificantBits());
    }
}
