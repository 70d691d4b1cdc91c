package org.stoppayment.cli.drill.plan;

import java.util.ArrayList;
import java.util.List;
import org.stoppayment.cli.suite.Registry.Institution;

/** Generates rings that several victims pay: two to five each. More cases change at most the last ring. */
final class SharedRings {

    private static final int MIN_VICTIMS = 2;
    private static final int MAX_VICTIMS = 5;

    private SharedRings() {}

    static List<Ring> draw(DrillOptions options, List<Institution> banks) {
        List<Ring> rings = new ArrayList<>();
        int cases = 0;
        while (cases < options.cases()) {
            int victims = victims(options, rings.size(), options.cases() - cases);
            rings.add(new RingGenerator(options, banks, rings.size(), victims, cases).generate());
            cases += victims;
        }
        return List.copyOf(rings);
    }

    /** Nobody is left over alone, unless the drill has only one case. */
    private static int victims(DrillOptions options, int ring, int left) {
        int drawn = SeededRandom.of(options.seed(), "victims", ring).between(MIN_VICTIMS, MAX_VICTIMS);
        if (drawn >= left) {
            return left;
        }
        if (left - drawn > 1) {
            return drawn;
        }
        return drawn == MAX_VICTIMS ? drawn - 1 : drawn + 1;
    }
}
