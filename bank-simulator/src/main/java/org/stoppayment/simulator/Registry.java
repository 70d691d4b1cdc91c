package org.stoppayment.simulator;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.stoppayment.kernel.InstitutionCode;
import org.stoppayment.kernel.ServiceException.InvalidInput;
import org.stoppayment.kernel.WebhookSignature;
import org.stoppayment.simulator.institution.RegisteredInstitution;
import org.stoppayment.simulator.wire.Fields;

/**
 * The institutions of the gateway's registry file that are to be simulated: those with an endpoint on this machine.
 *
 * @param institutions in the order of the file
 */
public record Registry(List<RegisteredInstitution> institutions) {

    private static final int MOST = 100_000;
    private static final Set<String> HERE = Set.of("127.0.0.1", "localhost");

    public Registry {
        institutions = List.copyOf(institutions);
    }

    /** Reads a registry file; throws {@link InvalidInput} with every finding, {@link IOException} when it cannot be read. */
    public static Registry read(Path file) throws IOException {
        JsonNode yaml;
        try {
            yaml = new YAMLMapper().readTree(Files.readAllBytes(file));
        } catch (JsonProcessingException notYaml) {
            throw new InvalidInput("", "NOT_YAML", "registry: not YAML (expected: the gateway's registry file)");
        }
        Fields fields = Fields.of(yaml);
        List<RegisteredInstitution> institutions = new ArrayList<>();
        Set<String> codes = new HashSet<>();
        for (Fields each : fields.requiredObjects("institutions", MOST)) {
            if (each.has("endpoint")) {
                RegisteredInstitution institution = institution(each);
                institutions.add(institution);
                if (!codes.add(institution.code())) {
                    each.note("code", "DUPLICATE", "code: " + institution.code() + " (expected: listed once)");
                }
            }
        }
        fields.refuseFindings();
        return new Registry(institutions);
    }

    private static RegisteredInstitution institution(Fields fields) {
        String code = fields.requiredText("code", 64);
        if (!code.isEmpty() && !InstitutionCode.isValid(code)) {
            fields.note("code", "WRONG_FORM", "code: " + code + " (expected: an institution code)");
        }
        String secret = fields.requiredText("secret", 1000);
        if (!secret.isEmpty() && !isSecret(secret)) {
            fields.note("secret", "WRONG_FORM", "secret: *** (expected: whsec_ and base64 of 16 bytes or more)");
        }
        Optional<URI> endpoint = endpoint(fields.requiredText("endpoint", 1000));
        if (endpoint.isEmpty()) {
            fields.note(
                    "endpoint", "NOT_LOCAL", "endpoint: another machine's (expected: such as http://127.0.0.1:18101)");
        }
        return new RegisteredInstitution(
                code, fields.text("name", 200).orElse(code), endpoint.orElse(URI.create("http://127.0.0.1")), secret);
    }

    private static boolean isSecret(String secret) {
        try {
            new WebhookSignature(secret);
            return true;
        } catch (IllegalArgumentException tooShort) {
            return false;
        }
    }

    private static Optional<URI> endpoint(String text) {
        try {
            URI uri = URI.create(text);
            boolean isHere = "http".equals(uri.getScheme()) && HERE.contains(String.valueOf(uri.getHost()));
            return isHere && uri.getPort() > 0 ? Optional.of(uri) : Optional.empty();
        } catch (IllegalArgumentException noUri) {
            return Optional.empty();
        }
    }
}
