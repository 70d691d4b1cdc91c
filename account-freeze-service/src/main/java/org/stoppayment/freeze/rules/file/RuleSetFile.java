package org.stoppayment.freeze.rules.file;

import jakarta.inject.Singleton;
import java.nio.file.Path;
import org.stoppayment.freeze.rules.domain.RuleSet;
import org.stoppayment.kit.rules.RuleFile;
import org.stoppayment.kit.rules.WrittenRules;

/** The rule set of new orders: from the configured file, else from the packaged one. */
@Singleton
public class RuleSetFile {

    private static final String PACKAGED = "rules/cn-2016-86.yaml";

    private final WrittenRules<RuleSet> written;

    RuleSetFile(RuleSetConfig config) {
        written = RuleFile.find(config.rules(), PACKAGED, RuleSetReader::yaml);
    }

    /** The rule set and its text. */
    public WrittenRules<RuleSet> written() {
        return written;
    }

    static WrittenRules<RuleSet> read(Path file) {
        return RuleFile.read(file, RuleSetReader::yaml);
    }

    static WrittenRules<RuleSet> packaged() {
        return RuleFile.packaged(PACKAGED, RuleSetReader::yaml);
    }
}
