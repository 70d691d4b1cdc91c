package org.stoppayment.freeze.rules.file;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The rule set of new orders: from the configured file, else from the packaged one. */
@Singleton
public class RuleSetFile {

    private static final String PACKAGED = "rules/cn-2016-86.yaml";

    private final WrittenRules written;

    RuleSetFile(RuleSetConfig config) {
        written = config.rules().map(RuleSetFile::read).orElseGet(RuleSetFile::packaged);
    }

    /** The rule set and its text. */
    public WrittenRules written() {
        return written;
    }

    static WrittenRules read(Path file) {
        try {
            return RuleSetReader.yaml(Files.readString(file), file.toString());
        } catch (IOException notRead) {
            throw new UnusableRules(
                    file.toString(),
                    List.of("file: " + notRead.getClass().getSimpleName() + " (expected: a file that can be read)"));
        }
    }

    static WrittenRules packaged() {
        try (InputStream stream = Thread.currentThread().getContextClassLoader().getResourceAsStream(PACKAGED)) {
            if (stream == null) {
                throw new IllegalStateException(PACKAGED + " is not packaged");
            }
            return RuleSetReader.yaml(new String(stream.readAllBytes(), StandardCharsets.UTF_8), PACKAGED);
        } catch (IOException notRead) {
            throw new IllegalStateException(PACKAGED + " cannot be read", notRead);
        }
    }
}
