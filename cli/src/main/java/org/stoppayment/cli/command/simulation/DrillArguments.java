package org.stoppayment.cli.command.simulation;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.stoppayment.cli.command.common.values.WholeNumbers;
import org.stoppayment.cli.drill.plan.DrillOptions;
import org.stoppayment.cli.drill.plan.DurationRange;
import org.stoppayment.cli.drill.plan.FaultRates;
import org.stoppayment.cli.drill.plan.LevelRange;
import org.stoppayment.cli.drill.plan.Rate;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The options of a drill as typed. All errors are reported at once. */
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
                "none; some: institutions fail 5%% of the time, and victims misreport",
                "2%% of the names; storm: 40%% and 5%%; or a share such as 10%%, of the",
                "institutions' time alone. Default: ${DEFAULT-VALUE}."
            })
    private String faults = "";

    @Option(
            names = "--seed",
            paramLabel = "N",
            defaultValue = "1",
            description = "Seed of all random values, a whole number. Default: ${DEFAULT-VALUE}.")
    private String seed = "";

    @Option(
            names = "--shared-mules",
            description = {
                "Two to five victims pay each account of the first level; the mules mix",
                "their money and pass it on."
            })
    private boolean sharedMules;

    /** The options; throws with every error. */
    DrillOptions options() {
        OptionReader reader = new OptionReader(Objects.requireNonNull(command));
        int parsedCases = reader.read("--cases", cases, DrillArguments::parseCases, 1);
        Rate parsedRate = reader.read("--rate", rate, Rate::parse, Rate.parse("1"));
        DurationRange parsedMuleDelay =
                reader.read("--mule-delay", muleDelay, DrillArguments::parseMuleDelay, DurationRange.parse("1s"));
        DurationRange parsedBankDelay =
                reader.read("--bank-delay", bankDelay, DrillArguments::parseBankDelay, DurationRange.parse("1s"));
        DurationRange parsedCallAfter =
                reader.read("--call-after", callAfter, DurationRange::parse, DurationRange.parse("1s"));
        LevelRange parsedLevels = reader.read("--levels", levels, LevelRange::parse, LevelRange.parse("1"));
        FaultRates parsedFaults = reader.read("--faults", faults, FaultRates::parse, FaultRates.parse("none"));
        long parsedSeed = reader.read("--seed", seed, DrillArguments::anyLong, 1L);
        reader.throwErrors();
        return new DrillOptions(
                parsedCases,
                parsedRate,
                parsedMuleDelay,
                parsedBankDelay,
                parsedCallAfter,
                parsedLevels,
                parsedFaults,
                parsedSeed,
                sharedMules);
    }

    private static int parseCases(String text) {
        return Math.toIntExact(WholeNumbers.parse(text, 1, DrillOptions.MAX_CASES));
    }

    private static long anyLong(String text) {
        return WholeNumbers.parse(text, Long.MIN_VALUE, Long.MAX_VALUE);
    }

    private static DurationRange parseMuleDelay(String text) {
        DurationRange range = DurationRange.parse(text);
        if (range.minMillis() < DrillOptions.MIN_MULE_DELAY_MILLIS) {
            throw new IllegalArgumentException(text + " (expected: 100ms or more)");
        }
        return range;
    }

    private static DurationRange parseBankDelay(String text) {
        DurationRange range = DurationRange.parse(text);
        if (range.maxMillis() > DrillOptions.MAX_BANK_DELAY_MILLIS) {
            throw new IllegalArgumentException(text + " (expected: at most 20s)");
        }
        return range;
    }

    /** Reads options and collects the errors. */
    private static final class OptionReader {

        private final CommandSpec command;
        private final List<ParameterException> errors = new ArrayList<>();

        OptionReader(CommandSpec command) {
            this.command = command;
        }

        /** The value of an option, or {@code fallback} when it is invalid. */
        <T> T read(String option, String text, Function<String, T> parse, T fallback) {
            try {
                return parse.apply(text);
            } catch (IllegalArgumentException refused) {
                errors.add(new ParameterException(
                        command.commandLine(),
                        option + ": " + message(refused),
                        refused,
                        command.findOption(option),
                        text.isEmpty() ? "\"\"" : text));
                return fallback;
            }
        }

        /** Throws the first error; it carries the others. */
        void throwErrors() {
            if (!errors.isEmpty()) {
                ParameterException first = errors.get(0);
                errors.subList(1, errors.size()).forEach(first::addSuppressed);
                throw first;
            }
        }

        /** Shows an empty value as {@code empty}. */
        private static String message(IllegalArgumentException refused) {
            String message = String.valueOf(refused.getMessage());
            return message.startsWith(" (") ? "empty" + message : message;
        }
    }
}
