package org.stoppayment.intake.grpc;

import com.google.protobuf.Descriptors.EnumValueDescriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Message;
import com.google.protobuf.Timestamp;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.stoppayment.kernel.PlainText;
import org.stoppayment.kernel.Violation;
import org.stoppayment.kit.grpc.CommonWire;

/**
 * Scans all fields of a message for forbidden characters (refused), unknown enum numbers and impossible times (doubtful). Paths
 * are those of the JSON mapping.
 */
final class WireScan {

    private static final int UNKNOWN_ENUM_INDEX = -1;
    private static final String LINE_BREAKS_AND_TABS = "\n\r\t";
    private static final String NARRATIVE = "narrative";

    private final List<Violation> unreadable = new ArrayList<>();
    private final List<Violation> doubtful = new ArrayList<>();

    private WireScan() {}

    static WireScan of(Message message) {
        WireScan scan = new WireScan();
        scan.message("", message);
        return scan;
    }

    List<Violation> unreadable() {
        return List.copyOf(unreadable);
    }

    List<Violation> doubtful() {
        return List.copyOf(doubtful);
    }

    private void message(String prefix, Message message) {
        for (Map.Entry<FieldDescriptor, Object> field : message.getAllFields().entrySet()) {
            String path = prefix + field.getKey().getJsonName();
            if (field.getKey().isRepeated()) {
                List<?> values = (List<?>) field.getValue();
                for (int i = 0; i < values.size(); i++) {
                    value(path + "[" + i + "]", field.getKey(), values.get(i));
                }
            } else {
                value(path, field.getKey(), field.getValue());
            }
        }
    }

    private void value(String path, FieldDescriptor field, Object value) {
        if (value instanceof String text) {
            text(path, text, field.getName().equals(NARRATIVE) ? LINE_BREAKS_AND_TABS : "");
        } else if (value instanceof EnumValueDescriptor known && known.getIndex() == UNKNOWN_ENUM_INDEX) {
            doubtful.add(new Violation(
                    path,
                    "UNKNOWN_ENUM",
                    "value: " + known.getNumber() + " (expected: a number of "
                            + field.getEnumType().getName() + ")"));
        } else if (value instanceof Timestamp time) {
            if (!CommonWire.isPossible(time)) {
                doubtful.add(new Violation(
                        path,
                        "IMPOSSIBLE_TIME",
                        "value: " + time.getSeconds() + " s and " + time.getNanos()
                                + " ns (expected: year 1..9999, 0..999999999 ns)"));
            }
        } else if (value instanceof Message message) {
            message(path + ".", message);
        }
    }

    private void text(String path, String text, String allowed) {
        PlainText.firstForbidden(text, allowed)
                .ifPresent(index -> unreadable.add(PlainText.violation(path, text, index)));
    }
}
