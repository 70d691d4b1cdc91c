package org.stoppayment.gateway.registry;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.stoppayment.formats.MalformedYamlException;
import org.stoppayment.formats.RegisteredInstitution;
import org.stoppayment.formats.RegisteredLimits;
import org.stoppayment.formats.RegistryFile;
import org.stoppayment.gateway.registry.domain.CallLimits;
import org.stoppayment.gateway.registry.domain.Institution;
import org.stoppayment.gateway.registry.domain.InstitutionKind;
import org.stoppayment.kernel.ServiceException.InvalidInput;
import org.stoppayment.kernel.Violation;
import org.stoppayment.kernel.WebhookSignature;

/** Reads the institutions of the registry file. An error in one entry rejects the whole file, so that no institution is missing. */
final class InstitutionReader {

    private InstitutionReader() {}

    /**
     * The institutions in {@code file}.
     *
     * @throws RegistryException with all errors of the file
     */
    static List<Institution> read(Path file) {
        try {
            return RegistryFile.read(file).readAll().stream()
                    .map(InstitutionReader::institution)
                    .toList();
        } catch (InvalidInput invalid) {
            throw new RegistryException(file, invalid.violations());
        } catch (MalformedYamlException malformed) {
            throw new RegistryException(
                    file, List.of(new Violation("file", "NOT_YAML", "file: " + malformed.getMessage())));
        } catch (IOException unreadable) {
            throw new RegistryException(
                    file,
                    List.of(new Violation(
                            "file",
                            "UNREADABLE",
                            "file: " + unreadable.getClass().getSimpleName()
                                    + " (expected: a file that can be read)")));
        }
    }

    private static Institution institution(RegisteredInstitution registered) {
        return new Institution(
                registered.code(),
                registered.name(),
                registered.shortName(),
                registered.englishName(),
                InstitutionKind.valueOf(registered.type().name()),
                registered.bins(),
                registered.endpoint(),
                new WebhookSignature(registered.secret()),
                limits(registered.limits()));
    }

    private static CallLimits limits(RegisteredLimits limits) {
        return new CallLimits(limits.timeout(), limits.concurrency(), limits.queue(), limits.callsPerSecond());
    }
}
