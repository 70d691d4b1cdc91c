package org.stoppayment.cli.cases;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.Message;
import com.google.protobuf.util.JsonFormat;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.stoppayment.cli.output.CliException;
import org.stoppayment.cli.output.Json;

/** Reads a message of the contract from a file in its JSON mapping, and says where the file is wrong. */
public final class ProtoFile {

    /** Stands for standard input. */
    public static final String STANDARD_INPUT = "-";

    private static final Pattern CULPRIT = Pattern.compile(
            "Cannot find field: (\\S+) in|Invalid enum value: (\\S+) for|Not an? \\w+ value: \"?([^\"]*)\"?"
                    + "|Invalid (?:timestamp|value).*?: ?\"?([^\" ]+)\"?");

    private ProtoFile() {}

    /** Reads the file, or standard input for {@code -}, into the builder. */
    public static <B extends Message.Builder> B read(
            Path directory, String file, InputStream standardInput, B builder) {
        String text = text(directory, file, standardInput);
        requireJson(file, text);
        try {
            JsonFormat.parser().merge(text, builder);
            return builder;
        } catch (InvalidProtocolBufferException e) {
            String message = Objects.requireNonNullElse(e.getMessage(), "not readable");
            throw CliException.usage(file + position(text, message) + ": " + message);
        }
    }

    private static String text(Path directory, String file, InputStream standardInput) {
        try {
            return file.equals(STANDARD_INPUT)
                    ? new String(standardInput.readAllBytes(), StandardCharsets.UTF_8)
                    : Files.readString(directory.resolve(file));
        } catch (IOException e) {
            throw CliException.usage(file + ": cannot be read (expected: a UTF-8 file, or - for standard input)");
        }
    }

    /** A first pass for the syntax alone, because it knows lines and columns. */
    static void requireJson(String file, String text) {
        try {
            if (!Json.MAPPER.readTree(text).isObject()) {
                throw CliException.usage(file + ":1:1: not a JSON object");
            }
        } catch (JsonProcessingException e) {
            throw CliException.usage(file + position(e.getLocation()) + ": " + e.getOriginalMessage());
        }
    }

    static String position(JsonLocation location) {
        return location == null ? "" : ":" + location.getLineNr() + ":" + location.getColumnNr();
    }

    /** Where the first token stands that the message is about, empty when it names none. */
    private static String position(String text, String message) {
        Matcher culprit = CULPRIT.matcher(message);
        if (!culprit.find()) {
            return "";
        }
        for (int group = 1; group <= culprit.groupCount(); group++) {
            if (culprit.group(group) != null) {
                return positionOf(text, culprit.group(group));
            }
        }
        return "";
    }

    private static String positionOf(String text, String token) {
        try (JsonParser parser = Json.MAPPER.createParser(text)) {
            while (parser.nextToken() != null) {
                if (token.equals(parser.getText())) {
                    return position(parser.currentTokenLocation());
                }
            }
            return "";
        } catch (IOException e) {
            return "";
        }
    }
}
