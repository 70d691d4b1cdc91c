package org.stoppayment.gateway.banks.rest;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.stoppayment.formats.FieldReader;
import org.stoppayment.formats.FieldValue;
import org.stoppayment.kernel.ContractLimits;
import org.stoppayment.kernel.Violation;

/** Reads the arrays of one message, each element by itself: one that cannot be read does not hide the others. */
final class ElementReader {

    private final List<Violation> unreadable = new ArrayList<>();

    /** The elements of which every field can be read, of the first {@code max}. */
    <T> List<T> whole(FieldReader message, String name, int max, Function<FieldReader, Optional<T>> reader) {
        return read(message, name, max, reader, true);
    }

    /** The elements that {@code reader} can read, of the first {@code max}; they may lack fields that cannot be read. */
    <T> List<T> readable(FieldReader message, String name, int max, Function<FieldReader, Optional<T>> reader) {
        return read(message, name, max, reader, false);
    }

    /** The fields that could not be read, such as {@code outflows[3].amountFen}; at most 100. */
    List<Violation> unreadable() {
        return List.copyOf(unreadable.subList(0, Math.min(ContractLimits.MAX_NAMED, unreadable.size())));
    }

    private <T> List<T> read(
            FieldReader message, String name, int max, Function<FieldReader, Optional<T>> reader, boolean wholeOnly) {
        List<T> elements = new ArrayList<>();
        int index = 0;
        FieldValue all = message.optional(name).separately();
        List<FieldValue> values = all.elements();
        unreadable.addAll(all.violations());
        for (FieldValue value : values) {
            if (index == max) {
                unreadable.add(tooMany(message.path(name), max));
                break;
            }
            FieldValue element = value.separately();
            Optional<T> read = element.object().flatMap(reader);
            unreadable.addAll(element.violations());
            if (!wholeOnly || element.violations().isEmpty()) {
                read.ifPresent(elements::add);
            }
            index++;
        }
        return elements;
    }

    private static Violation tooMany(String path, int max) {
        String field = path + "[" + max + "]";
        return new Violation(field, "TOO_MANY", field + ": *** (expected: at most " + max + ")");
    }
}
