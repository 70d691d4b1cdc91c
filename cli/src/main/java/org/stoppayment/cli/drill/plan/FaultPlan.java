package org.stoppayment.cli.drill.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.stoppayment.cli.suite.Registry.Institution;

/**
 * Which institution misbehaves when. Time is cut into slots of five seconds; in each of them an institution misbehaves with
 * the given share, in a drawn way. Pure: the same seed gives the same faults.
 */
public final class FaultPlan {

    static final long SLOT_MILLIS = 5_000;

    /** In the form of the simulator's control API; none of them lies about the moment of a stop. */
    private static final List<Map<String, ?>> KINDS = List.of(
            Map.of("kind", "NONE", "delayMillis", 1_500),
            Map.of("kind", "NONE", "delayMillis", 4_000),
            Map.of("kind", "HANG"),
            Map.of("kind", "ERROR_500"),
            Map.of("kind", "RESET"),
            Map.of("kind", "GARBAGE"),
            Map.of("kind", "SLOW_BODY"),
            Map.of("kind", "WRONG_APPLICATION_ID"),
            Map.of("kind", "DOWN"));

    private FaultPlan() {}

    /**
     * A switch to be turned.
     *
     * @param atMillis when, from the start of the drill
     * @param institutionCode whose
     * @param fault what is wrong from then on; empty when nothing is
     */
    public record Switch(long atMillis, String institutionCode, Map<String, ?> fault) {}

    /** The switches of so long a drill, in order of time; at the end all institutions behave. */
    public static List<Switch> draw(DrillOptions options, List<Institution> banks, long lengthMillis) {
        List<Switch> switches = new ArrayList<>();
        long slots = lengthMillis / SLOT_MILLIS + 1;
        boolean[] faulty = new boolean[banks.size()];
        for (int slot = 0; slot <= slots; slot++) {
            SeededRandom draw = SeededRandom.of(options.seed(), "faults", slot);
            for (int i = 0; i < banks.size(); i++) {
                boolean hit = draw.percent(options.faults().institutionPercent()) && slot < slots;
                Map<String, ?> kind = draw.oneOf(KINDS);
                if (hit || faulty[i]) {
                    switches.add(new Switch(slot * SLOT_MILLIS, banks.get(i).code(), hit ? kind : Map.of()));
                }
                faulty[i] = hit;
            }
        }
        return List.copyOf(switches);
    }
}
