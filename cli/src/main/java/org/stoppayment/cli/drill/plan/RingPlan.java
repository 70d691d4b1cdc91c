package org.stoppayment.cli.drill.plan;

import java.util.List;
import java.util.stream.IntStream;
import org.stoppayment.cli.drill.run.DrillRun;
import org.stoppayment.cli.output.Json;
import org.stoppayment.cli.suite.Registry.Institution;

/**
 * The rings of a drill. Pure: determined by options and institutions. A ring depends on its number, not on the number of
 * rings. Request ids are not part of it; {@link DrillRun} generates new ones in every run.
 *
 * @param seed of the random values
 * @param rings one for each case, or for each group of victims, in order of their first calls
 */
public record RingPlan(long seed, List<Ring> rings) {

    public RingPlan {
        rings = List.copyOf(rings);
    }

    /** Generates the rings. */
    public static RingPlan draw(DrillOptions options, List<Institution> banks) {
        return new RingPlan(
                options.seed(),
                options.sharedMules()
                        ? SharedRings.draw(options, banks)
                        : IntStream.range(0, options.cases())
                                .mapToObj(number -> new RingGenerator(options, banks, number, 1, number).generate())
                                .toList());
    }

    /** The plan as JSON, the same bytes for the same plan. */
    public String json() {
        return Json.of(this);
    }

    /** The sum of all reports, in fen. */
    public long reportedFen() {
        return rings.stream().mapToLong(Ring::reportedFen).reduce(0, Math::addExact);
    }

    /** The time of the last move, from the start of the drill. */
    public long lastMoveMillis() {
        return rings.stream()
                .mapToLong(ring -> ring.sendAfterMillis() + ring.lastMoveMillis())
                .max()
                .orElse(0);
    }
}
