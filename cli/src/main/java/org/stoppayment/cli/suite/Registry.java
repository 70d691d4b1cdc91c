package org.stoppayment.cli.suite;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.stoppayment.cli.output.CliException;
import org.stoppayment.formats.MalformedYamlException;
import org.stoppayment.formats.RegistryEntry;
import org.stoppayment.formats.RegistryFile;
import org.stoppayment.formats.Yaml;
import org.stoppayment.kernel.InstitutionCode;
import org.stoppayment.kernel.ServiceException.InvalidInput;
import org.stoppayment.kernel.Violation;

/** The registry of institutions, as the repository publishes it. */
public final class Registry {

    private final RegistryFile file;
    private final List<Institution> institutions;

    private Registry(RegistryFile file) {
        this.file = file;
        this.institutions = file.institutions().stream()
                .flatMap(entry -> institution(entry).stream())
                .toList();
        file.throwIfInvalid();
    }

    /** The registry of a repository; one that nothing could start with is refused, with all that is wrong with it. */
    public static Registry of(Path home) {
        Path file = home.resolve("config").resolve("institutions.yaml");
        try {
            return new Registry(RegistryFile.read(file));
        } catch (InvalidInput invalid) {
            throw CliException.usage(file + ":\n  "
                    + invalid.violations().stream().map(Violation::inWords).collect(Collectors.joining("\n  ")));
        } catch (MalformedYamlException malformed) {
            throw CliException.usage(file + malformed.position() + ": not YAML");
        } catch (IOException unreadable) {
            throw CliException.usage(file + ": cannot be read (expected: the registry of institutions)");
        }
    }

    /** What the command, the simulator and the gateway need to start; the gateway checks the other fields. */
    private static Optional<Institution> institution(RegistryEntry entry) {
        Optional<InstitutionCode> code = entry.code();
        List<String> bins = entry.bins();
        String name = entry.fields().optional("name").text(0, 200).orElse("");
        return entry.secret().isEmpty()
                ? Optional.empty()
                : code.map(valid ->
                        new Institution(valid.value(), name, bins.stream().findFirst()));
    }

    /** The institutions' codes, in order. */
    public List<String> codes() {
        return institutions.stream().map(Institution::code).toList();
    }

    /** The institutions, in order. */
    public List<Institution> institutions() {
        return institutions;
    }

    /**
     * An institution of the registry.
     *
     * @param code its code
     * @param name its name
     * @param bin first digits of its cards, empty for one that issues none
     */
    public record Institution(String code, String name, Optional<String> bin) {}

    /** Writes a copy in which the institutions listen on these ports of this machine; all else stays as it is. */
    public void write(List<Integer> ports, Path target) {
        JsonNode copy = file.copy();
        int next = 0;
        for (JsonNode institution : copy.path("institutions")) {
            ((ObjectNode) institution).put("endpoint", "http://127.0.0.1:" + ports.get(next++));
        }
        try {
            Files.writeString(target, Yaml.write(copy));
            Files.setPosixFilePermissions(target, PosixFilePermissions.fromString("rw-------"));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + target, e);
        }
    }
}
