package org.stoppayment.gateway.registry;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.stoppayment.formats.FieldReader;
import org.stoppayment.formats.MalformedYamlException;
import org.stoppayment.formats.RegistryEntry;
import org.stoppayment.formats.RegistryFile;
import org.stoppayment.gateway.registry.domain.CallLimits;
import org.stoppayment.gateway.registry.domain.Institution;
import org.stoppayment.gateway.registry.domain.InstitutionKind;
import org.stoppayment.kernel.InstitutionCode;
import org.stoppayment.kernel.ServiceException.InvalidInput;
import org.stoppayment.kernel.Violation;
import org.stoppayment.kernel.WebhookSignature;

/** Reads the institutions of the registry file. An error in one entry rejects the whole file, so that no institution is missing. */
final class InstitutionReader {

    private static final Set<String> FILE_KEYS = Set.of("defaults", "institutions");
    private static final Set<String> KEYS =
            Set.of("code", "name", "englishName", "kind", "bins", "endpoint", "secret", "limits");

    private InstitutionReader() {}

    /**
     * The institutions in {@code file}.
     *
     * @throws RegistryException with all errors of the file
     */
    static List<Institution> read(Path file) {
        try {
            return institutions(RegistryFile.read(file));
        } catch (InvalidInput invalid) {
            throw new RegistryException(
                    file, invalid.violations().stream().map(Violation::inWords).toList());
        } catch (MalformedYamlException malformed) {
            throw new RegistryException(file, List.of("file: " + malformed.getMessage()));
        } catch (IOException unreadable) {
            throw new RegistryException(
                    file,
                    List.of("file: " + unreadable.getClass().getSimpleName() + " (expected: a file that can be read)"));
        }
    }

    private static List<Institution> institutions(RegistryFile file) {
        FieldReader top = file.fields();
        top.allowOnly(FILE_KEYS);
        CallLimits defaults = CallLimitsReader.read(top, "defaults", CallLimits.DEFAULTS);
        List<Institution> institutions = new ArrayList<>();
        file.institutions().forEach(entry -> institution(entry, defaults).ifPresent(institutions::add));
        file.throwIfInvalid();
        return List.copyOf(institutions);
    }

    private static Optional<Institution> institution(RegistryEntry entry, CallLimits defaults) {
        FieldReader fields = entry.fields();
        fields.allowOnly(KEYS);
        Optional<InstitutionCode> code = entry.code();
        Optional<String> name = fields.required("name")
                .parse("a name, quoted when it looks like a number", text -> Optional.of(text)
                        .filter(n -> !n.isBlank()));
        String englishName = fields.optional("englishName").text(0, 200).orElse("");
        Optional<InstitutionKind> kind = fields.required("kind").oneOf(InstitutionKind.values());
        List<String> bins = entry.bins();
        Optional<URI> endpoint = entry.endpoint();
        Optional<WebhookSignature> signature = entry.secret().map(WebhookSignature::new);
        CallLimits limits = CallLimitsReader.read(fields, "limits", defaults);
        return code.flatMap(c -> name.flatMap(n -> kind.flatMap(k ->
                endpoint.flatMap(e -> signature.map(s -> new Institution(c, n, englishName, k, bins, e, s, limits))))));
    }
}
