package org.stoppayment.cli.suite;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.security.SecureRandom;
import java.util.Base64;
import org.stoppayment.cli.files.FileAction;
import org.stoppayment.formats.Yaml;

/**
 * Secrets that were made for the institutions of one suite, kept in its state directory: random, and readable by their owner
 * only. Those in the repository are published and serve tests.
 */
final class SimulatorSecrets {

    private static final int BYTES = 32;

    private final StateDirectory directory;
    private final ObjectNode byCode;

    private SimulatorSecrets(StateDirectory directory, ObjectNode byCode) {
        this.directory = directory;
        this.byCode = byCode;
    }

    /** Those of a suite. */
    static SimulatorSecrets of(StateDirectory directory) {
        try {
            JsonNode kept = Files.exists(directory.secrets()) ? Yaml.read(directory.secrets()) : Yaml.parse("");
            return new SimulatorSecrets(
                    directory, kept instanceof ObjectNode object ? object : JsonNodeFactory.instance.objectNode());
        } catch (IOException e) {
            throw FileAction.READ.failed(directory.secrets(), e);
        }
    }

    /** A new secret, as Standard Webhooks writes it: {@code whsec_} and base64. */
    static String random() {
        byte[] random = new byte[BYTES];
        new SecureRandom().nextBytes(random);
        return "whsec_" + Base64.getEncoder().encodeToString(random);
    }

    /** The secret of the institution with this code; made when it has none. */
    String of(String code) {
        if (!byCode.path(code).isTextual()) {
            byCode.put(code, random());
        }
        return byCode.path(code).asText();
    }

    /** Keeps those that were made. */
    void write() {
        StateDirectory.writeSecret(directory.secrets(), Yaml.write(byCode));
    }
}
