package org.stoppayment.cli.command.bank;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.stoppayment.cli.output.CliException;
import picocli.CommandLine.Option;

/** An institution by options, instead of a file. */
final class EntryOptions {

    /** The options by the fields of the registry file. */
    private static final Map<String, String> NAMES = Map.of(
            "code", "--code",
            "name", "--name",
            "shortName", "--short-name",
            "kind", "--kind",
            "bins", "--bin",
            "endpoint", "--url",
            "secret", "--secret-file",
            "limits.timeout", "--timeout");

    private static final String SOURCE = "stoppay bank add";

    @Option(names = "--code", paramLabel = "CODE", description = "12-digit bank number (联行号), or Z and 13 digits.")
    private @Nullable String code;

    @Option(names = "--name", paramLabel = "NAME", description = "Name, in Chinese.")
    private @Nullable String name;

    @Option(names = "--short-name", paramLabel = "NAME", description = "What people call it for short, such as 工行.")
    private @Nullable String shortName;

    @Option(
            names = "--kind",
            paramLabel = "KIND",
            description = "BANK, PAYMENT, PREPAID or GAME_CREDIT. Default: BANK.")
    private @Nullable String kind;

    @Option(
            names = "--bin",
            paramLabel = "DIGITS",
            description = "First 4 to 10 digits of its cards; may be given several times.")
    private List<String> bins = new ArrayList<>();

    @Option(names = "--url", paramLabel = "URL", description = "Base URL of its API, such as http://127.0.0.1:8080.")
    private @Nullable String url;

    @Option(
            names = "--secret-file",
            paramLabel = "FILE",
            description = "File with the secret: whsec_ and base64. Without it, one is made.")
    private @Nullable Path secretFile;

    @Option(
            names = "--timeout",
            paramLabel = "DURATION",
            description = "How long it may take to answer, PT0.05S..PT5S. Default: PT2S.")
    private @Nullable String timeout;

    boolean areGiven() {
        return Stream.of(code, name, shortName, kind, url, secretFile, timeout).anyMatch(given -> given != null)
                || !bins.isEmpty();
    }

    /** The institution; fields that are not given are absent. */
    InstitutionEntries entries(Path workingDirectory) {
        ObjectNode entry = JsonNodeFactory.instance.objectNode();
        put(entry, "code", code);
        put(entry, "name", name);
        put(entry, "shortName", shortName);
        put(entry, "kind", kind == null ? "BANK" : kind);
        bins.forEach(entry.putArray("bins")::add);
        put(entry, "endpoint", url);
        if (secretFile != null) {
            entry.put("secret", secret(workingDirectory.resolve(secretFile)));
        }
        if (timeout != null) {
            entry.putObject("limits").put("timeout", timeout);
        }
        return new InstitutionEntries(SOURCE, List.of(entry), false, NAMES);
    }

    private static void put(ObjectNode entry, String field, @Nullable String value) {
        if (value != null) {
            entry.put(field, value);
        }
    }

    private static String secret(Path file) {
        try {
            return Files.readString(file).strip();
        } catch (IOException unreadable) {
            throw CliException.usage(BankText.UNREADABLE, "--secret-file", file);
        }
    }
}
