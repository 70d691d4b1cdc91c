package org.stoppayment.cli.drill.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.stoppayment.cli.suite.Registry.Institution;

class FaultPlanTest {

    private static final List<Institution> BANKS =
            List.of(new Institution("1", "one", Optional.empty()), new Institution("2", "two", Optional.empty()));

    private static List<FaultPlan.FaultChange> draw(String faults, long seed) {
        return FaultPlan.draw(
                new DrillOptions(
                        1,
                        Rate.parse("1"),
                        DurationRange.parse("1s"),
                        DurationRange.parse("1s"),
                        DurationRange.parse("1s"),
                        LevelRange.parse("1"),
                        FaultRates.parse(faults),
                        seed),
                BANKS,
                600_000);
    }

    @Test
    void planWithoutFaultsIsEmpty() {
        assertThat(draw("none", 1)).isEmpty();
    }

    @Test
    void theSameSeedGivesTheSameFaults() {
        assertThat(draw("storm", 1)).isEqualTo(draw("storm", 1)).isNotEqualTo(draw("storm", 2));
    }

    @Test
    void noInstitutionHasAFaultAtTheEnd() {
        Map<String, Map<String, ?>> last = new HashMap<>();
        draw("storm", 3).forEach(each -> last.put(each.institutionCode(), each.fault()));

        assertThat(last).hasSize(2).allSatisfy((code, fault) -> assertThat(fault)
                .isEmpty());
    }

    @Test
    void shareIsOfTheInstitutionsTime() {
        long faulty =
                draw("40%", 4).stream().filter(each -> !each.fault().isEmpty()).count();

        assertThat(faulty).as("of 242 slots").isBetween(70L, 125L);
        assertThat(draw("100%", 4).stream().filter(each -> !each.fault().isEmpty()))
                .hasSize(242);
    }
}
