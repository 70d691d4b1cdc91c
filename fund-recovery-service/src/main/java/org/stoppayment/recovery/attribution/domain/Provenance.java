package org.stoppayment.recovery.attribution.domain;

/**
 * How well it is known whose money it is.
 *
 * @param isUnique true when it can be nobody else's: one owner, and each booking on its way carried exactly this money, whichever
 *     money of an account is taken to leave first
 * @param needsStatement true when an account on its way has bookings that no institution has told
 */
public record Provenance(boolean isUnique, boolean needsStatement) {

    /** Money that the victim paid. */
    public static final Provenance REPORTED = new Provenance(true, false);

    /** Money that no case claims. */
    public static final Provenance HOLDERS = new Provenance(true, false);

    /** Money of bookings that no institution has told. */
    public static final Provenance UNTOLD = new Provenance(false, true);

    /** Of money together with other money. */
    Provenance and(Provenance other) {
        return new Provenance(isUnique && other.isUnique, needsStatement || other.needsStatement);
    }
}
