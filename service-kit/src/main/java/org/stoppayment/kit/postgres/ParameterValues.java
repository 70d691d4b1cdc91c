package org.stoppayment.kit.postgres;

import io.vertx.mutiny.sqlclient.Tuple;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Single values that a statement takes as parameters, beside {@link ParameterRows}. SQL calls them by their names, with a colon
 * before, until {@link #in} puts the parameters there.
 *
 * @param <T> what the values are taken from
 */
public final class ParameterValues<T> implements Parameters {

    private final int first;
    private final List<Value<T>> values;

    private ParameterValues(int first, List<Value<T>> values) {
        this.first = first;
        this.values = values;
    }

    private record Value<T>(int position, String name, String type, Function<T, Object> of) {
        String in(String sql) {
            Matcher named = Pattern.compile("(?<![:\\w]):" + name + "\\b").matcher(sql);
            if (!named.find()) {
                throw new IllegalArgumentException("value: %s (expected: used in the statement)".formatted(name));
            }
            return named.replaceAll(Matcher.quoteReplacement("$" + position + "::" + type));
        }
    }

    /** Values that are the statement's first parameters. */
    public static <T> ParameterValues<T> first() {
        return new ParameterValues<>(1, List.of());
    }

    /** Values that are the parameters after {@code previous}. */
    public static <T> ParameterValues<T> after(Parameters previous) {
        return new ParameterValues<>(previous.next(), List.of());
    }

    /** With a UUID. */
    public ParameterValues<T> uuid(String name, Function<T, UUID> value) {
        return with(name, "uuid", value::apply);
    }

    /** With a text. */
    public ParameterValues<T> text(String name, Function<T, String> value) {
        return with(name, "text", value::apply);
    }

    /** With a 32-bit integer. */
    public ParameterValues<T> integer(String name, ToIntFunction<T> value) {
        return with(name, "int", value::applyAsInt);
    }

    /** With a truth value. */
    public ParameterValues<T> bool(String name, Function<T, Boolean> value) {
        return with(name, "boolean", value::apply);
    }

    /** With a moment. */
    public ParameterValues<T> instant(String name, Function<T, Instant> value) {
        return with(name, "timestamptz", of -> Columns.utc(value.apply(of)));
    }

    private ParameterValues<T> with(String name, String type, Function<T, Object> of) {
        if (values.stream().anyMatch(value -> value.name().equals(name))) {
            throw new IllegalArgumentException("value: %s (expected: a name not used yet)".formatted(name));
        }
        Value<T> value = new Value<>(next(), name, type, of);
        return new ParameterValues<>(
                first, Stream.concat(values.stream(), Stream.of(value)).toList());
    }

    /** The statement with the parameters in place of the names: {@code $7::uuid} for {@code :case_id}. */
    public String in(String sql) {
        String bound = sql;
        for (Value<T> value : values) {
            bound = value.in(bound);
        }
        return bound;
    }

    @Override
    public int next() {
        return first + values.size();
    }

    /**
     * Adds the values to a statement's parameters.
     *
     * @param tuple all parameters before these
     * @return {@code tuple}
     */
    public Tuple addTo(Tuple tuple, T of) {
        requireNext(first, tuple);
        values.forEach(value -> tuple.addValue(value.of().apply(of)));
        return tuple;
    }

    static void requireNext(int position, Tuple tuple) {
        if (tuple.size() != position - 1) {
            throw new IllegalStateException(
                    "parameters before: %d (expected: %d)".formatted(tuple.size(), position - 1));
        }
    }
}
