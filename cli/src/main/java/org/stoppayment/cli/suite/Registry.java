package org.stoppayment.cli.suite;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import org.stoppayment.cli.files.FileAction;
import org.stoppayment.cli.output.CliException;
import org.stoppayment.formats.MalformedYamlException;
import org.stoppayment.formats.RegistryEntry;
import org.stoppayment.formats.RegistryFile;
import org.stoppayment.formats.Yaml;
import org.stoppayment.kernel.InstitutionCode;
import org.stoppayment.kernel.ServiceException.InvalidInput;

/** A registry of institutions whose secrets and endpoints are known: the repository's, or the simulated ones of a suite. */
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

    /** Reads the registry of a repository; an invalid one is refused with every violation. */
    public static Registry of(Path home) {
        return read(file(home));
    }

    /** The institutions that the simulator of a suite plays. */
    public static Registry simulatedIn(StateDirectory directory) {
        return read(directory.simulated());
    }

    /** The file of the registry of a repository. */
    static Path file(Path home) {
        return home.resolve("config").resolve("institutions.yaml");
    }

    private static Registry read(Path file) {
        try {
            return new Registry(RegistryFile.read(file));
        } catch (InvalidInput invalid) {
            throw RegistryDocument.refused(file.toString(), invalid.violations());
        } catch (MalformedYamlException malformed) {
            throw CliException.usage(SuiteText.NOT_YAML, file + malformed.position());
        } catch (IOException unreadable) {
            throw CliException.usage(SuiteText.REGISTRY_UNREADABLE, file);
        }
    }

    /** Only the fields that are needed to start; the gateway validates the others. */
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
     * @param bin first digits of its cards, empty when it issues none
     */
    public record Institution(String code, String name, Optional<String> bin) {}

    /** Writes a copy with the endpoints changed to these ports of this machine. */
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
            throw FileAction.WRITE.failed(target, e);
        }
    }
}
