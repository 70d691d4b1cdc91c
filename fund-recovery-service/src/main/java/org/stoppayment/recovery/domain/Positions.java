package org.stoppayment.recovery.domain;

/**
 * Where money is, in fen. Reported is the sum of the others, always. A position is negative for as long as the event that
 * brings its money is still on the way.
 *
 * @param reportedFen reported by the victim
 * @param heldFen held under a stop of ours
 * @param lapsedFen was held until the stop lapsed
 * @param liftedFen was held until the stop was lifted
 * @param unknownFen nobody has said where it is
 */
public record Positions(long reportedFen, long heldFen, long lapsedFen, long liftedFen, long unknownFen) {

    /** No money anywhere. */
    public static final Positions NONE = new Positions(0, 0, 0, 0, 0);

    public Positions {
        long found = Math.addExact(Math.addExact(heldFen, lapsedFen), Math.addExact(liftedFen, unknownFen));
        if (found != reportedFen) {
            throw new IllegalStateException(
                    "reportedFen: " + reportedFen + " (expected: the sum of the other positions, " + found + ")");
        }
    }

    /** The positions after a movement. */
    public Positions after(Movement movement) {
        return new Positions(
                // The source of the others: what leaves it was reported.
                Math.subtractExact(reportedFen, movement.effectOn(Position.REPORTED)),
                Math.addExact(heldFen, movement.effectOn(Position.HELD)),
                Math.addExact(lapsedFen, movement.effectOn(Position.LAPSED)),
                Math.addExact(liftedFen, movement.effectOn(Position.LIFTED)),
                Math.addExact(unknownFen, movement.effectOn(Position.UNKNOWN)));
    }

    /** These and {@code others} together. */
    public Positions plus(Positions others) {
        return new Positions(
                Math.addExact(reportedFen, others.reportedFen),
                Math.addExact(heldFen, others.heldFen),
                Math.addExact(lapsedFen, others.lapsedFen),
                Math.addExact(liftedFen, others.liftedFen),
                Math.addExact(unknownFen, others.unknownFen));
    }
}
