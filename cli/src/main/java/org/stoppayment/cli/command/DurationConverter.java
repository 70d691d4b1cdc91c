package org.stoppayment.cli.command;

import java.time.Duration;
import java.util.function.Function;
import org.stoppayment.cli.drill.plan.DurationRange;
import picocli.CommandLine;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** How durations are read; what is wrong with one is said as for any other option. */
final class DurationConverter {

    private DurationConverter() {}

    static void register(CommandLine line) {
        line.registerConverter(Duration.class, refusing(DurationRange::parseOne));
    }

    private static <T> ITypeConverter<T> refusing(Function<String, T> parse) {
        return text -> {
            try {
                return parse.apply(text);
            } catch (IllegalArgumentException wrong) {
                throw new TypeConversionException(String.valueOf(wrong.getMessage()));
            }
        };
    }
}
