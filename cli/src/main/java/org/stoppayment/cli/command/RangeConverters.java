package org.stoppayment.cli.command;

import java.time.Duration;
import java.util.function.Function;
import org.stoppayment.cli.drill.Faults;
import org.stoppayment.cli.drill.Levels;
import org.stoppayment.cli.drill.Rate;
import org.stoppayment.cli.drill.Span;
import picocli.CommandLine;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** How durations and the values of the drill's options are read; what is wrong with one is said as for any other option. */
final class RangeConverters {

    private RangeConverters() {}

    static void register(CommandLine line) {
        line.registerConverter(Span.class, refusing(Span::parse));
        line.registerConverter(Duration.class, refusing(Span::parseOne));
        line.registerConverter(Levels.class, refusing(Levels::parse));
        line.registerConverter(Rate.class, refusing(Rate::parse));
        line.registerConverter(Faults.class, refusing(Faults::parse));
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
