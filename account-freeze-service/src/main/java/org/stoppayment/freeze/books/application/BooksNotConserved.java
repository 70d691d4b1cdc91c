package org.stoppayment.freeze.books.application;

/** A step would lose or make money: it is not applied, and its case stays due until the cause is found. */
public final class BooksNotConserved extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** The books of a case do not add up; {@code cause} is what found it. */
    public BooksNotConserved(Throwable cause) {
        super(cause);
    }

    /** {@code what} of a case does not add up. */
    public BooksNotConserved(String what) {
        super(what);
    }
}
