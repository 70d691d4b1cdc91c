package org.stoppayment.recovery.attribution.domain;

/**
 * The money on one account, while its bookings are replayed in order of time.
 *
 * <p>A moment is determined when first in, first out (FIFO) and last in, first out (LIFO) agree on the remainder of every inflow. They
 * agree until a booking takes some, but not all, of the money of two or more inflows. Then they disagree until the account is empty:
 * by FIFO the first of those inflows is smaller than by LIFO, until nothing is left of either. An outflow between two determined moments
 * is unique: it takes all that is left, or a part of the only inflow. Any other outflow takes from each remainder in proportion. In all
 * cases that is in proportion to the owners' money on the account, so the remainders of single inflows need not be kept.
 */
final class AccountPool {

    private static final Provenance NOTHING = new Provenance(true, false);

    private final boolean lacksBookings;
    private Shares money = Shares.NONE;
    private Provenance provenance = NOTHING;
    private int inflows;
    private int inflowsSinceEmpty;
    private boolean isDetermined = true;

    /** @param lacksBookings true when not all bookings of the account are told: then nothing on it is unique */
    AccountPool(boolean lacksBookings) {
        this.lacksBookings = lacksBookings;
    }

    /** Money comes in. */
    void receive(Shares shares, Provenance of) {
        money = money.plus(shares);
        provenance = provenance.and(
                new Provenance(of.isUnique() && shares.onlyOwner().isPresent(), of.needsStatement()));
        inflows++;
        inflowsSinceEmpty++;
    }

    /**
     * Money goes out.
     *
     * @param fen above zero, at most {@link #total()}
     */
    Payment pay(long fen) {
        Shares.Division division = money.take(fen);
        boolean isAll = division.rest().isEmpty();
        boolean isUnique = isDetermined && (isAll || inflowsSinceEmpty == 1);
        Payment payment = new Payment(
                division.taken(),
                new Provenance(
                        isUnique && provenance.isUnique() && !lacksBookings,
                        provenance.needsStatement() || lacksBookings));
        isDetermined = isAll || isUnique;
        money = division.rest();
        if (isAll) {
            inflowsSinceEmpty = 0;
            provenance = NOTHING;
        }
        return payment;
    }

    /**
     * Money is paid back to its owner. It is the owner's that leaves; only what the owner does not have is taken from all. Whatever was certain of
     * the rest still is.
     *
     * @param fen above zero, at most {@link #total()}
     */
    Payment payBack(Owner owner, long fen) {
        long own = Math.min(fen, money.of(owner));
        Shares taken = Shares.NONE;
        if (own > 0) {
            taken = Shares.of(owner, own);
            money = money.minus(owner, own);
        }
        if (own < fen) {
            taken = taken.plus(pay(fen - own).shares());
        }
        if (money.isEmpty()) {
            inflowsSinceEmpty = 0;
            provenance = NOTHING;
            isDetermined = true;
        }
        return new Payment(taken, new Provenance(false, provenance.needsStatement() || lacksBookings));
    }

    /** What is on the account. */
    Shares money() {
        return money;
    }

    /** The sum on the account in fen. */
    long total() {
        return money.total();
    }

    /** How well it is known whose money is on the account. Unique only while the moment is determined. */
    Provenance provenance() {
        return new Provenance(
                isDetermined && provenance.isUnique() && !lacksBookings, provenance.needsStatement() || lacksBookings);
    }

    /** True when FIFO and LIFO agree on the remainder of every inflow. */
    boolean isDetermined() {
        return isDetermined;
    }

    /** Number of inflows so far. */
    int inflows() {
        return inflows;
    }

    /**
     * What a booking took.
     *
     * @param shares whose money it was
     * @param provenance how well that is known
     */
    record Payment(Shares shares, Provenance provenance) {}
}
