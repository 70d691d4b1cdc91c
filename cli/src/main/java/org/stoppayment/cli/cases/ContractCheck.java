package org.stoppayment.cli.cases;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.EnumDescriptor;
import com.google.protobuf.Descriptors.EnumValueDescriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Descriptors.OneofDescriptor;
import com.google.protobuf.Duration;
import com.google.protobuf.Timestamp;
import com.google.protobuf.util.Durations;
import com.google.protobuf.util.Timestamps;
import java.text.ParseException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.stoppayment.cli.output.CliException;

/**
 * Checks that a JSON object is a message of the contract, before protobuf reads it: protobuf names neither the place of an error
 * nor, mostly, the field, and knows English only.
 */
final class ContractCheck {

    private static final Pattern WHOLE_NUMBER = Pattern.compile("-?[0-9]{1,18}");

    private final JsonText file;

    private ContractCheck(JsonText file) {
        this.file = file;
    }

    /**
     * Throws when the object is not such a message.
     *
     * @throws CliException that names the place, the field, the value and what was expected
     */
    static void require(JsonText file, JsonNode message, Descriptor type) {
        new ContractCheck(file).message(message, type, JsonPointer.empty());
    }

    private void message(JsonNode message, Descriptor type, JsonPointer at) {
        Map<FieldDescriptor, String> given = new HashMap<>();
        Map<OneofDescriptor, String> chosen = new HashMap<>();
        for (Map.Entry<String, JsonNode> entry : message.properties()) {
            String name = entry.getKey();
            JsonPointer place = at.appendProperty(name);
            FieldDescriptor field =
                    field(type, name).orElseThrow(() -> unknown(file.namePlace(place), name, names(type)));
            String earlier = given.put(field, name);
            if (earlier != null) {
                throw file.wrong(file.namePlace(place), FileText.GIVEN_TWICE, name, earlier);
            }
            if (entry.getValue().isNull()) {
                continue; // null is as good as absent, as in every JSON message of the contract
            }
            OneofDescriptor choice = field.getRealContainingOneof();
            String other = choice == null ? null : chosen.put(choice, name);
            if (other != null) {
                throw file.wrong(file.namePlace(place), FileText.ONE_OF_TWO, name, other);
            }
            values(entry.getValue(), field, place);
        }
    }

    private static Optional<FieldDescriptor> field(Descriptor type, String name) {
        return type.getFields().stream()
                .filter(field ->
                        field.getJsonName().equals(name) || field.getName().equals(name))
                .findFirst();
    }

    private static Stream<String> names(Descriptor type) {
        return type.getFields().stream().map(FieldDescriptor::getJsonName).sorted();
    }

    private void values(JsonNode value, FieldDescriptor field, JsonPointer at) {
        if (!field.isRepeated()) {
            value(value, field, at);
            return;
        }
        if (!value.isArray()) {
            throw wrongType(at, value, FileText.A_LIST);
        }
        for (int i = 0; i < value.size(); i++) {
            value(value.get(i), field, at.appendIndex(i));
        }
    }

    private void value(JsonNode value, FieldDescriptor field, JsonPointer at) {
        switch (field.getJavaType()) {
            case MESSAGE -> part(value, field.getMessageType(), at);
            case ENUM -> constant(value, field.getEnumType(), at);
            case INT, LONG -> require(isWholeNumber(value), at, value, FileText.A_WHOLE_NUMBER);
            case BOOLEAN -> require(isBoolean(value), at, value, FileText.TRUE_OR_FALSE);
            case FLOAT, DOUBLE -> require(value.isNumber(), at, value, FileText.A_NUMBER);
            case STRING, BYTE_STRING -> require(value.isValueNode() && !value.isNull(), at, value, FileText.WORDS);
        }
    }

    private void part(JsonNode value, Descriptor type, JsonPointer at) {
        if (type.getFullName().equals(Timestamp.getDescriptor().getFullName())) {
            requireParsed(value, at, FileText.NOT_A_MOMENT, Timestamps::parse);
        } else if (type.getFullName().equals(Duration.getDescriptor().getFullName())) {
            requireParsed(value, at, FileText.NOT_A_DURATION, Durations::parse);
        } else {
            require(value.isObject(), at, value, FileText.AN_OBJECT);
            message(value, type, at);
        }
    }

    private void constant(JsonNode value, EnumDescriptor type, JsonPointer at) {
        boolean known = value.isInt() || value.isTextual() && type.findValueByName(value.textValue()) != null;
        if (!known) {
            throw unknown(
                    file.place(at),
                    JsonText.shown(value),
                    type.getValues().stream()
                            .filter(each -> each.getNumber() != 0)
                            .map(EnumValueDescriptor::getName));
        }
    }

    private static boolean isWholeNumber(JsonNode value) {
        return value.canConvertToLong() && value.canConvertToExactIntegral()
                || value.isTextual() && WHOLE_NUMBER.matcher(value.textValue()).matches();
    }

    /** Also in quotes, as protobuf reads it. */
    private static boolean isBoolean(JsonNode value) {
        return value.isValueNode() && List.of("true", "false").contains(value.asText());
    }

    @FunctionalInterface
    private interface Parser {
        Object parse(String text) throws ParseException;
    }

    private void requireParsed(JsonNode value, JsonPointer at, FileText otherwise, Parser parser) {
        try {
            parser.parse(value.isTextual() ? value.textValue() : "");
        } catch (ParseException | IllegalArgumentException invalid) {
            throw file.wrong(file.place(at), otherwise, JsonText.shown(value));
        }
    }

    private void require(boolean right, JsonPointer at, JsonNode value, FileText expected) {
        if (!right) {
            throw wrongType(at, value, expected);
        }
    }

    private CliException wrongType(JsonPointer at, JsonNode value, FileText expected) {
        return file.wrongType(file.place(at), value, expected);
    }

    private CliException unknown(String place, String name, Stream<String> known) {
        return file.wrong(place, FileText.UNKNOWN_NAME, name, known.collect(Collectors.joining(", ")));
    }
}
