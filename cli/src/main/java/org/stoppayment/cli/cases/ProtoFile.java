package org.stoppayment.cli.cases;

import com.fasterxml.jackson.databind.JsonNode;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.Message;
import com.google.protobuf.util.JsonFormat;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.stoppayment.cli.institutions.InstitutionLookup;
import org.stoppayment.cli.text.Text;

/** Reads a message of the contract from a file in its JSON mapping. Errors name the place in the file. */
public final class ProtoFile {

    /** The file name for standard input. */
    public static final String STANDARD_INPUT = "-";

    private ProtoFile() {}

    /** Reads the file, or standard input for {@code -}, into the builder. Institutions are given by their codes. */
    public static <B extends Message.Builder> B read(
            Path directory, String file, InputStream standardInput, B builder) {
        return read(directory, file, standardInput, builder, (text, message) -> {});
    }

    /** The same; institutions may be given by name. One that is not known is refused. */
    public static <B extends Message.Builder> B read(
            Path directory, String file, InputStream standardInput, B builder, InstitutionLookup institutions) {
        return read(
                directory,
                file,
                standardInput,
                builder,
                (text, message) -> InstitutionFields.resolve(text, message, institutions));
    }

    /** The same; institutions may be given by name. {@code warn} is told of names that stay as typed, because nobody knows them. */
    public static <B extends Message.Builder> B read(
            Path directory,
            String file,
            InputStream standardInput,
            B builder,
            InstitutionLookup institutions,
            Consumer<Text> warn) {
        return read(
                directory,
                file,
                standardInput,
                builder,
                (text, message) -> InstitutionFields.resolve(text, message, institutions, warn));
    }

    private static <B extends Message.Builder> B read(
            Path directory,
            String file,
            InputStream standardInput,
            B builder,
            BiConsumer<JsonText, JsonNode> institutions) {
        JsonText text = file.equals(STANDARD_INPUT)
                ? JsonText.of(file, standardInput)
                : JsonText.of(file, directory.resolve(file));
        try {
            JsonNode message = text.tree();
            MoneyFields.toFen(text, message);
            ContractCheck.require(text, message, builder.getDescriptorForType());
            institutions.accept(text, message);
            JsonFormat.parser().merge(message.toString(), builder);
            return builder;
        } catch (InvalidProtocolBufferException e) {
            throw text.wrong(
                    "", FileText.NOT_A_MESSAGE, builder.getDescriptorForType().getFullName());
        }
    }
}
