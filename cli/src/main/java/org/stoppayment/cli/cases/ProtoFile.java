package org.stoppayment.cli.cases;

import com.fasterxml.jackson.databind.JsonNode;
import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.Message;
import com.google.protobuf.util.JsonFormat;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.stoppayment.cli.institutions.InstitutionLookup;
import org.stoppayment.cli.output.CliException;

/** Reads a message of the contract from a file in its JSON mapping. Errors name the place in the file. */
public final class ProtoFile {

    /** The file name for standard input. */
    public static final String STANDARD_INPUT = "-";

    private static final Pattern INVALID_TOKEN =
            Pattern.compile("Not an? \\w+ value: \"?([^\"]*)\"?" + "|Invalid value.*?: ?\"?([^\" ]+)\"?");
    private static final Pattern UNKNOWN_NAME =
            Pattern.compile("(?:Cannot find field|Invalid enum value): (\\S+) (?:in message|for enum type:) (\\S+)");
    private static final Pattern TIMESTAMP = Pattern.compile("Failed to parse timestamp: \"?([^\"]*)\"?");

    private ProtoFile() {}

    /** Reads the file, or standard input for {@code -}, into the builder. Institutions are given by their codes. */
    public static <B extends Message.Builder> B read(
            Path directory, String file, InputStream standardInput, B builder) {
        return read(directory, file, standardInput, builder, Optional.empty());
    }

    /** The same; institutions may be given by name. */
    public static <B extends Message.Builder> B read(
            Path directory, String file, InputStream standardInput, B builder, InstitutionLookup institutions) {
        return read(directory, file, standardInput, builder, Optional.of(institutions));
    }

    private static <B extends Message.Builder> B read(
            Path directory,
            String file,
            InputStream standardInput,
            B builder,
            Optional<InstitutionLookup> institutions) {
        JsonText text = file.equals(STANDARD_INPUT)
                ? JsonText.of(file, standardInput)
                : JsonText.of(file, directory.resolve(file));
        try {
            JsonNode message = text.tree();
            MoneyFields.toFen(text, message);
            institutions.ifPresent(names -> InstitutionFields.resolve(text, message, names));
            JsonFormat.parser().merge(message.toString(), builder);
            return builder;
        } catch (InvalidProtocolBufferException e) {
            throw wrong(
                    text, Objects.requireNonNullElse(e.getMessage(), "not readable"), builder.getDescriptorForType());
        }
    }

    private static CliException wrong(JsonText text, String message, Descriptor type) {
        Matcher unknown = UNKNOWN_NAME.matcher(message);
        Optional<List<String>> known = unknown.find() ? new ContractNames(type).of(unknown.group(2)) : Optional.empty();
        if (known.isPresent()) {
            return text.wrong(
                    text.placeOf(unknown.group(1)),
                    FileText.UNKNOWN_NAME,
                    unknown.group(1),
                    String.join(", ", known.get()));
        }
        Matcher timestamp = TIMESTAMP.matcher(message);
        if (timestamp.find()) {
            return text.wrong(text.placeOf(timestamp.group(1)), FileText.NOT_A_MOMENT, timestamp.group(1));
        }
        return text.wrong(invalidToken(message).map(text::placeOf).orElse(""), FileText.INVALID, message);
    }

    /** The token that the message is about, empty when it names none. */
    private static Optional<String> invalidToken(String message) {
        Matcher invalidToken = INVALID_TOKEN.matcher(message);
        return invalidToken.find()
                ? IntStream.rangeClosed(1, invalidToken.groupCount())
                        .mapToObj(invalidToken::group)
                        .filter(Objects::nonNull)
                        .findFirst()
                : Optional.empty();
    }
}
