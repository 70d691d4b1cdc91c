package org.stoppayment.cli.command.simulation;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.stoppayment.cli.command.common.WholeNumbers;
import org.stoppayment.cli.drill.plan.DrillOptions;
import org.stoppayment.cli.drill.plan.DurationRange;
import org.stoppayment.cli.drill.plan.FaultRates;
import org.stoppayment.cli.drill.plan.LevelRange;
import org.stoppayment.cli.drill.plan.Rate;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** What a drill is to be like, as it was typed; all that is wrong with it is said at once. */
final class DrillArguments {

    @Spec(Spec.Target.MIXEE)
    private @Nullable CommandSpec command;

    @Option(
            names = "--cases",
            paramLabel = "N",
            defaultValue = "50",
            description = "Victims who call, 1..9999. Default: ${DEFAULT-VALUE}.")
    private String cases = "";

    @Option(
            names = "--rate",
            paramLabel = "N",
            defaultValue = "5",
            description = {
                "Calls a second, such as 5 or 0.2, whether or not the suite keeps up.",
                "Default: ${DEFAULT-VALUE}."
            })
    private String rate = "";

    @Option(
            names = "--mule-delay",
            paramLabel = "RANGE",
            defaultValue = "5s..30s",
            description = {"How long a ring's mules keep the money, 100ms or more.", "Default: ${DEFAULT-VALUE}."})
    private String muleDelay = "";

    @Option(
            names = "--bank-delay",
            paramLabel = "RANGE",
            defaultValue = "200ms..800ms",
            description = "How long an institution takes to answer, at most 20s. Default: ${DEFAULT-VALUE}.")
    private String bankDelay = "";

    @Option(
            names = "--call-after",
            paramLabel = "RANGE",
            defaultValue = "5s..20s",
            description = "How long after the last transfer the victim calls. Default: ${DEFAULT-VALUE}.")
    private String callAfter = "";

    @Option(
            names = "--levels",
            paramLabel = "RANGE",
            defaultValue = "1..5",
            description = "Levels of mules before the money is cashed, 1..12. Default: ${DEFAULT-VALUE}.")
    private String levels = "";

    @Option(
            names = "--faults",
            paramLabel = "FAULTS",
            defaultValue = "some",
            description = {
                "none; some: institutions misbehave 5%% of the time, and victims mishear",
                "2%% of the names; storm: 40%% and 5%%; or a share such as 10%%, of the",
                "institutions' time alone. Default: ${DEFAULT-VALUE}."
            })
    private String faults = "";

    @Option(
            names = "--seed",
            paramLabel = "N",
            defaultValue = "1",
            description = "Of everything that is drawn, a whole number. Default: ${DEFAULT-VALUE}.")
    private String seed = "";

    /** The options; throws with every one that is wrong. */
    DrillOptions options() {
        Reading reading = new Reading();
        int caseCount = reading.of("--cases", cases, DrillArguments::caseCount, 1);
        Rate perSecond = reading.of("--rate", rate, Rate::parse, Rate.parse("1"));
        DurationRange kept = reading.of("--mule-delay", muleDelay, DrillArguments::mulePace, DurationRange.parse("1s"));
        DurationRange answered =
                reading.of("--bank-delay", bankDelay, DrillArguments::bankPace, DurationRange.parse("1s"));
        DurationRange called = reading.of("--call-after", callAfter, DurationRange::parse, DurationRange.parse("1s"));
        LevelRange depth = reading.of("--levels", levels, LevelRange::parse, LevelRange.parse("1"));
        FaultRates mishaps = reading.of("--faults", faults, FaultRates::parse, FaultRates.parse("none"));
        long drawnFrom = reading.of("--seed", seed, DrillArguments::anyLong, 1L);
        if (!reading.wrong.isEmpty()) {
            throw new ParameterException(
                    Objects.requireNonNull(command).commandLine(), String.join("\n  ", reading.wrong));
        }
        return new DrillOptions(caseCount, perSecond, kept, answered, called, depth, mishaps, drawnFrom);
    }

    private static int caseCount(String text) {
        return Math.toIntExact(WholeNumbers.parse(text, 1, DrillOptions.MAX_CASES));
    }

    private static long anyLong(String text) {
        return WholeNumbers.parse(text, Long.MIN_VALUE, Long.MAX_VALUE);
    }

    private static DurationRange mulePace(String text) {
        DurationRange span = DurationRange.parse(text);
        if (span.leastMillis() < DrillOptions.QUICKEST_MULE_MILLIS) {
            throw new IllegalArgumentException(text + " (expected: 100ms or more)");
        }
        return span;
    }

    private static DurationRange bankPace(String text) {
        DurationRange span = DurationRange.parse(text);
        if (span.mostMillis() > DrillOptions.SLOWEST_BANK_MILLIS) {
            throw new IllegalArgumentException(text + " (expected: at most 20s)");
        }
        return span;
    }

    /** Reads one option after the other, and remembers those that cannot be read. */
    private static final class Reading {

        private final List<String> wrong = new ArrayList<>();

        /** What the text says, or {@code meanwhile} when it is wrong. */
        <T> T of(String option, String text, Function<String, T> parse, T meanwhile) {
            try {
                return parse.apply(text);
            } catch (IllegalArgumentException refused) {
                wrong.add(option + ": " + said(refused));
                return meanwhile;
            }
        }

        /** Begins with what was typed, which may be nothing. */
        private static String said(IllegalArgumentException refused) {
            String message = String.valueOf(refused.getMessage());
            return message.startsWith(" (") ? "empty" + message : message;
        }
    }
}
