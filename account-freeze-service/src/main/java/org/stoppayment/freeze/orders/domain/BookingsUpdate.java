package org.stoppayment.freeze.orders.domain;

import java.util.List;

/**
 * What one answer says of an account's bookings, and what it means for outflows that were pending.
 *
 * @param reported the bookings that it tells of
 * @param extent whether these are all
 * @param replaced pending outflows whose successors count instead
 * @param unlisted serials of pending outflows that a complete answer does not list and that have no successor: they stand
 */
public record BookingsUpdate(
        ReportedBookings reported, Extent extent, List<Replacement> replaced, List<String> unlisted) {

    /** Whether an answer lists all bookings. */
    public enum Extent {
        /** It does not say, or some bookings could not be read. */
        UNKNOWN,
        /** More are to come: an outflow that it tells of may be pending. */
        PARTIAL,
        /** All of them. */
        COMPLETE
    }

    /**
     * An outflow that is counted no longer.
     *
     * @param serial of the outflow
     * @param ordinal of the outflow under this serial
     * @param replacedBy serial of its successor, which has the same kind, sum and payee
     */
    public record Replacement(String serial, int ordinal, String replacedBy) {}

    /** Nothing is said of bookings. */
    public static final BookingsUpdate NONE = of(ReportedBookings.NONE, Extent.UNKNOWN);

    /** Bookings of an answer that leaves pending outflows as they are. */
    public static BookingsUpdate of(ReportedBookings reported, Extent extent) {
        return new BookingsUpdate(reported, extent, List.of(), List.of());
    }
}
