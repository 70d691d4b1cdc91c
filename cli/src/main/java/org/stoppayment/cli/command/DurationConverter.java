package org.stoppayment.cli.command;

import java.time.Duration;
import org.stoppayment.cli.drill.plan.DurationRange;
import picocli.CommandLine;
import picocli.CommandLine.TypeConversionException;

/** Reads durations on the command line; errors are reported as for any other option. */
final class DurationConverter {

    private DurationConverter() {}

    static void register(CommandLine line) {
        line.registerConverter(Duration.class, DurationConverter::convert);
    }

    private static Duration convert(String text) {
        try {
            return DurationRange.parseDuration(text);
        } catch (IllegalArgumentException invalid) {
            throw new TypeConversionException(String.valueOf(invalid.getMessage()));
        }
    }
}
