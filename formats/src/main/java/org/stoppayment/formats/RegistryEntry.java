package org.stoppayment.formats;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.stoppayment.kernel.InstitutionCode;
import org.stoppayment.kernel.WebhookSignature;

/** One institution of the registry file. Each method reads one field and adds its violations; call each once. */
public final class RegistryEntry {

    private static final int MAX_BINS = 10_000;
    private static final int MAX_PORT = 65_535;
    private static final Set<String> KEYS =
            Set.of("code", "name", "shortName", "englishName", "kind", "bins", "endpoint", "secret", "limits");
    private static final Pattern BIN = Pattern.compile("[0-9]{4,10}");

    private final FieldReader fields;
    private final Map<String, String> pathsByCode;
    private final Map<String, String> pathsByBin;

    RegistryEntry(FieldReader fields, Map<String, String> pathsByCode, Map<String, String> pathsByBin) {
        this.fields = fields;
        this.pathsByCode = pathsByCode;
        this.pathsByBin = pathsByBin;
    }

    /** All fields, for those that only one service reads. */
    public FieldReader fields() {
        return fields;
    }

    /** Its code, unique in the file. */
    public Optional<InstitutionCode> code() {
        Optional<InstitutionCode> code = fields.required("code")
                .parse(
                        "in quotes, a 12-digit bank number with a right check digit, or Z and 13 digits",
                        InstitutionCode::parse);
        code.ifPresent(unique -> requireUnique("code", unique.value(), pathsByCode));
        return code;
    }

    /** The first digits of its cards, unique in the file; may be absent. */
    public List<String> bins() {
        List<String> bins = new ArrayList<>();
        for (FieldValue element : fields.optional("bins").elements(MAX_BINS)) {
            element.parse("4..10 digits, in quotes", text -> Optional.of(text)
                            .filter(bin -> BIN.matcher(bin).matches()))
                    .ifPresent(bin -> {
                        requireUnique("bins", bin, pathsByBin);
                        bins.add(bin);
                    });
        }
        return bins;
    }

    /** Base URL of its API. An invalid URL is not shown, because it may have a password. */
    public Optional<URI> endpoint() {
        return fields.required("endpoint")
                .secret()
                .parse(
                        "http://host[:port][/path] or https://…, without user, query or fragment",
                        RegistryEntry::parseEndpoint);
    }

    /** The secret that signs its messages, for {@link WebhookSignature}. Never shown. */
    public Optional<String> secret() {
        return fields.required("secret")
                .secret()
                .parse("whsec_ and base64 of 16 bytes or more", RegistryEntry::parseSecret);
    }

    /** The whole entry; an unknown key is a violation. Limits that it does not set are those of {@code defaults}. */
    Optional<RegisteredInstitution> institution(RegisteredLimits defaults) {
        fields.allowOnly(KEYS);
        Optional<InstitutionCode> code = code();
        Optional<String> name = fields.required("name")
                .parse("a name, quoted when it looks like a number", text -> Optional.of(text)
                        .filter(n -> !n.isBlank()));
        String shortName = fields.optional("shortName").text(0, 50).orElse("");
        String englishName = fields.optional("englishName").text(0, 200).orElse("");
        Optional<InstitutionType> type = fields.required("kind").oneOf(InstitutionType.values());
        List<String> bins = bins();
        Optional<URI> endpoint = endpoint();
        Optional<String> secret = secret();
        RegisteredLimits limits = RegisteredLimits.read(fields, "limits", defaults);
        return code.flatMap(c -> name.flatMap(n -> type.flatMap(t -> endpoint.flatMap(e ->
                secret.map(s -> new RegisteredInstitution(c, n, shortName, englishName, t, bins, e, s, limits))))));
    }

    private void requireUnique(String name, String value, Map<String, String> paths) {
        String first = paths.putIfAbsent(value, fields.path(name));
        if (first != null) {
            fields.reject(name, "DUPLICATE", value, "not the same as " + first);
        }
    }

    private static Optional<URI> parseEndpoint(String text) {
        try {
            URI uri = new URI(text);
            boolean valid = ("http".equals(uri.getScheme()) || "https".equals(uri.getScheme()))
                    && uri.getHost() != null
                    && uri.getRawUserInfo() == null
                    && uri.getRawQuery() == null
                    && uri.getRawFragment() == null
                    && uri.getPort() != 0
                    && uri.getPort() <= MAX_PORT;
            return valid ? Optional.of(uri) : Optional.empty();
        } catch (URISyntaxException invalid) {
            return Optional.empty();
        }
    }

    private static Optional<String> parseSecret(String text) {
        try {
            new WebhookSignature(text);
            return Optional.of(text);
        } catch (IllegalArgumentException invalid) {
            return Optional.empty();
        }
    }
}
