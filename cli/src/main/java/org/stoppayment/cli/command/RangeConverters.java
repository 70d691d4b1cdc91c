package org.stoppayment.cli.command;

import java.time.Duration;
import java.util.function.Function;
import org.stoppayment.cli.drill.Span;
import picocli.CommandLine;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** How durations are read; what is wrong with one is said as for any other option. */
final class RangeConverters {

    private RangeConverters() {}

    static void register(CommandLine line) {
        line.registerConverter(Duration.class, refusing(Span::parseOne));
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
