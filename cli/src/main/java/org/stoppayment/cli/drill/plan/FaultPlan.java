package org.stoppayment.cli.drill.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.stoppayment.cli.suite.Registry.Institution;

/**
 * Which institution has which fault when. Time is divided into slots of five seconds; in each slot an institution has a random
 * fault with the given probability. Pure: the same seed gives the same faults.
 */
public final class FaultPlan {

    static final long SLOT_MILLIS = 5_000;

    /** In the form of the simulator's control API. None of them falsifies a stop moment. */
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
     * A change of the fault of an institution.
     *
     * @param atMillis when, from the start of the drill
     * @param institutionCode the institution
     * @param fault the fault from then on; empty for none
     */
    public record FaultChange(long atMillis, String institutionCode, Map<String, ?> fault) {}

    /** The changes of a drill in order of time. At the end no institution has a fault. */
    public static List<FaultChange> draw(DrillOptions options, List<Institution> banks, long lengthMillis) {
        List<FaultChange> changes = new ArrayList<>();
        long slots = lengthMillis / SLOT_MILLIS + 1;
        boolean[] wasFaulty = new boolean[banks.size()];
        for (int slot = 0; slot <= slots; slot++) {
            SeededRandom draw = SeededRandom.of(options.seed(), "faults", slot);
            for (int i = 0; i < banks.size(); i++) {
                boolean isFaulty = draw.percent(options.faults().institutionPercent()) && slot < slots;
                Map<String, ?> kind = draw.oneOf(KINDS);
                if (isFaulty || wasFaulty[i]) {
                    changes.add(new FaultChange(slot * SLOT_MILLIS, banks.get(i).code(), isFaulty ? kind : Map.of()));
                }
                wasFaulty[i] = isFaulty;
            }
        }
        return List.copyOf(changes);
    }
}
