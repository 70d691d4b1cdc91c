package org.stoppayment.cli.cases;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.stoppayment.cli.output.CliException;
import org.stoppayment.cli.output.Json;

/**
 * The text of a JSON file, and its name for error messages.
 *
 * @param file the name, as typed
 * @param text the content, without a byte order mark
 */
record JsonText(String file, String text) {

    private static final String BYTE_ORDER_MARK = "\uFEFF";

    /** The location in Jackson's messages. */
    private static final String JACKSON_LOCATION = "\\[Source: [^;\\]]*; line: (\\d+), column: (\\d+)]";

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
            throw wrong(
                    position(e.getLocation()),
                    FileText.INVALID,
                    e.getOriginalMessage().replaceAll(JACKSON_LOCATION, "line $1, column $2"));
        }
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

    /** Place and field of the first such token: {@code :3:17: transfers[0].amountFen}; empty when absent. */
    String placeOf(String token) {
        try (JsonParser parser = Json.MAPPER.createParser(text)) {
            while (parser.nextToken() != null) {
                if (token.equals(parser.getText())) {
                    return position(parser.currentTokenLocation()) + ": "
                            + path(parser.getParsingContext().pathAsPointer());
                }
            }
            return "";
        } catch (IOException e) {
            return "";
        }
    }

    /** The position {@code :line:column} of the value at {@code pointer}; empty when there is none. */
    String position(JsonPointer pointer) {
        try (JsonParser parser = Json.MAPPER.createParser(text)) {
            while (parser.nextToken() != null) {
                if (parser.currentToken() != JsonToken.FIELD_NAME
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
