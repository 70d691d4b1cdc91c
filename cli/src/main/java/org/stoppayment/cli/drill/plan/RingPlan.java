package org.stoppayment.cli.drill.plan;

import java.util.List;
import java.util.stream.IntStream;
import org.stoppayment.cli.drill.run.DrillRun;
import org.stoppayment.cli.output.Json;
import org.stoppayment.cli.suite.Registry.Institution;

/**
 * The rings of a drill. Pure: options and institutions decide every byte of it. A ring depends on its number and not on how
 * many there are. Request ids are not part of it; {@link DrillRun} makes them, other ones in every run.
 *
 * @param seed that it was drawn from
 * @param rings one for each case, in order of their calls
 */
public record RingPlan(long seed, List<Ring> rings) {

    public RingPlan {
        rings = List.copyOf(rings);
    }

    /** Draws the rings. */
    public static RingPlan draw(DrillOptions options, List<Institution> banks) {
        return new RingPlan(
                options.seed(),
                IntStream.range(0, options.cases())
                        .mapToObj(number -> new RingGenerator(options, banks, number).make())
                        .toList());
    }

    /** The plan as JSON, the same bytes for the same plan. */
    public String json() {
        return Json.of((Object) this);
    }

    /** What all victims report, in fen. */
    public long reportedFen() {
        return rings.stream().mapToLong(Ring::reportedFen).reduce(0, Math::addExact);
    }

    /** When the last move is wanted, from the start of the drill. */
    public long lastMoveMillis() {
        return rings.stream()
                .mapToLong(ring -> ring.sendAfterMillis() + ring.lastMoveMillis())
                .max()
                .orElse(0);
    }
}
