package org.stoppayment.cli.cases;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.io.JsonEOFException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.stoppayment.cli.output.CliException;
import org.stoppayment.cli.output.Json;
import org.stoppayment.cli.text.Text;

/**
 * The text of a JSON file, and its name for error messages.
 *
 * @param file the name, as typed
 * @param text the content, without a byte order mark
 */
record JsonText(String file, String text) {

    private static final String BYTE_ORDER_MARK = "\uFEFF";

    /** Where something begins, in Jackson's messages. */
    private static final Pattern JACKSON_LOCATION = Pattern.compile("line: (\\d+), column: (\\d+)]");

    private static final Pattern UNEXPECTED = Pattern.compile("^Unexpected (?:character \\(|close marker )'(.)'");
    private static final Pattern UNRECOGNIZED = Pattern.compile("^Unrecognized token '([^']*)'");
    private static final String CONTROL_CHARACTER = "Illegal unquoted character";

    /** Reads a file; {@code name} is for messages. Refused when it is not a JSON object. */
    static JsonText of(String name, Path file) {
        try (InputStream input = Files.newInputStream(file)) {
            return of(name, input);
        } catch (IOException e) {
            throw unreadable(name);
        }
    }

    /** Reads a stream to its end. Refused when it is not a JSON object. */
    static JsonText of(String name, InputStream input) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(input.readAllBytes()))
                    .toString();
            JsonText read = new JsonText(name, text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text);
            read.tree();
            return read;
        } catch (IOException e) {
            throw unreadable(name);
        }
    }

    private static CliException unreadable(String name) {
        return CliException.usage(FileText.UNREADABLE, name);
    }

    /** The parsed object. */
    JsonNode tree() {
        try {
            JsonNode tree = Json.MAPPER.readTree(text);
            if (!tree.isObject()) {
                throw CliException.usage(FileText.NOT_AN_OBJECT, file + ":1:1");
            }
            return tree;
        } catch (JsonProcessingException e) {
            throw notJson(e);
        }
    }

    /** What is no JSON, and where; the parser says it in English only. */
    CliException notJson(JsonProcessingException e) {
        String place = position(e.getLocation());
        String told = e.getOriginalMessage();
        if (e instanceof JsonEOFException) {
            Matcher start = JACKSON_LOCATION.matcher(told);
            return start.find()
                    ? wrong(place, FileText.NOT_CLOSED, start.group(1), start.group(2))
                    : wrong(place, FileText.ENDS_EARLY, "");
        }
        Matcher character = UNEXPECTED.matcher(told);
        if (character.find()) {
            return wrong(place, FileText.UNEXPECTED_CHARACTER, character.group(1));
        }
        Matcher word = UNRECOGNIZED.matcher(told);
        if (word.find()) {
            return wrong(place, FileText.NOT_A_VALUE, word.group(1));
        }
        return wrong(place, told.startsWith(CONTROL_CHARACTER) ? FileText.TEXT_NOT_CLOSED : FileText.NOT_JSON, "");
    }

    /** An error at a place in the file, in the language of who reads it; {@code value} is what stands there. */
    CliException wrong(String place, FileText text, Object value) {
        return CliException.usage(text, file + place, value);
    }

    /** The same, with what was expected. */
    CliException wrong(String place, FileText text, Object value, Object expected) {
        return CliException.usage(text, file + place, value, expected);
    }

    /** The place {@code :line:column} of a location. */
    static String position(JsonLocation location) {
        return location == null ? "" : ":" + location.getLineNr() + ":" + location.getColumnNr();
    }

    /** A value that is not of the expected type. */
    CliException wrongType(String place, JsonNode value, FileText expected) {
        return wrong(
                place,
                FileText.WRONG_TYPE,
                value.isContainerNode()
                        ? Text.of(value.isArray() ? FileText.A_LIST : FileText.AN_OBJECT)
                        : value.toString(),
                Text.of(expected));
    }

    /** A value for messages. */
    static String shown(JsonNode value) {
        return value.isValueNode() ? value.asText() : value.isArray() ? "[…]" : "{…}";
    }

    /** Position and path of a value: {@code :3:17: transfers[0].amountFen}. */
    String place(JsonPointer pointer) {
        return position(pointer) + ": " + path(pointer);
    }

    /** Position and path of the name of a field. */
    String namePlace(JsonPointer pointer) {
        return position(pointer, true) + ": " + path(pointer);
    }

    /** The position {@code :line:column} of the value at {@code pointer}; empty when there is none. */
    String position(JsonPointer pointer) {
        return position(pointer, false);
    }

    private String position(JsonPointer pointer, boolean name) {
        try (JsonParser parser = Json.MAPPER.createParser(text)) {
            while (parser.nextToken() != null) {
                if ((parser.currentToken() == JsonToken.FIELD_NAME) == name
                        && parser.getParsingContext().pathAsPointer().equals(pointer)) {
                    return position(parser.currentTokenLocation());
                }
            }
            return "";
        } catch (IOException e) {
            return "";
        }
    }

    /** The path for messages, such as {@code transfers[0].amountFen}. */
    static String path(JsonPointer pointer) {
        StringBuilder path = new StringBuilder();
        for (JsonPointer part = pointer; part != null && !part.matches(); part = part.tail()) {
            if (part.mayMatchElement()) {
                path.append('[').append(part.getMatchingIndex()).append(']');
            } else {
                path.append(path.isEmpty() ? "" : ".").append(part.getMatchingProperty());
            }
        }
        return path.toString();
    }
}
