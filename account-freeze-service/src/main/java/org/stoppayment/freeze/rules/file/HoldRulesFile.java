package org.stoppayment.freeze.rules.file;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import org.stoppayment.freeze.rules.domain.HoldRules;
import org.stoppayment.kit.rules.RuleFile;
import org.stoppayment.kit.rules.WrittenRules;

/** The rules of new freezes: from the configured file, else from the packaged one. */
@Singleton
public class HoldRulesFile {

    private static final String PACKAGED = "rules/cn-criminal-procedure-2020.yaml";

    private final WrittenRules<HoldRules> written;

    HoldRulesFile(RuleSetConfig config) {
        written = RuleFile.find(config.holdRules(), PACKAGED, HoldRulesReader::yaml);
    }

    /** The rules and their text. */
    public WrittenRules<HoldRules> written() {
        return written;
    }

    @Produces
    @Singleton
    HoldRules rules() {
        return written.rules();
    }

    static WrittenRules<HoldRules> read(Path file) {
        return RuleFile.read(file, HoldRulesReader::yaml);
    }

    static WrittenRules<HoldRules> packaged() {
        return RuleFile.packaged(PACKAGED, HoldRulesReader::yaml);
    }
}
