package org.stoppayment.recovery.rules.file;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Set;
import org.stoppayment.formats.FieldReader;
import org.stoppayment.formats.MalformedYamlException;
import org.stoppayment.formats.Yaml;
import org.stoppayment.kernel.Violation;
import org.stoppayment.kit.rules.RuleFile;
import org.stoppayment.kit.rules.RuleHead;
import org.stoppayment.kit.rules.RuleSection;
import org.stoppayment.kit.rules.UnusableRules;
import org.stoppayment.kit.rules.WrittenRules;
import org.stoppayment.recovery.rules.domain.ApprovalLevel;
import org.stoppayment.recovery.rules.domain.RefundRules;

/** The rules of the return of money: from the configured file, else from the packaged one. */
@Singleton
class RefundRulesFile {

    private static final String PACKAGED = "rules/cn-refund-2016-41.yaml";

    private final RefundRulesConfig config;

    RefundRulesFile(RefundRulesConfig config) {
        this.config = config;
    }

    @Produces
    @Singleton
    RefundRules rules() {
        return RuleFile.find(config.rules(), PACKAGED, RefundRulesFile::yaml).rules();
    }

    /**
     * Rules as written in a file, all or nothing.
     *
     * @throws UnusableRules with all violations
     */
    static WrittenRules<RefundRules> yaml(String text, String where) {
        try {
            JsonNode document = Yaml.parse(text);
            FieldReader file = FieldReader.ofFile(document);
            RefundRules rules = rules(file);
            if (!file.violations().isEmpty()) {
                throw new UnusableRules(where, file.violations());
            }
            return new WrittenRules<>(rules.name(), rules, document.toString());
        } catch (MalformedYamlException notYaml) {
            throw new UnusableRules(
                    where, List.of(new Violation("file", "NOT_YAML", String.valueOf(notYaml.getMessage()))));
        }
    }

    private static RefundRules rules(FieldReader file) {
        file.allowOnly(Set.of("id", "version", "title", "notice", "approval", "payment", "objections"));
        RuleSection notice = RuleSection.of(file, "notice", Set.of("period", "ends_on_working_day"));
        RuleSection approval = RuleSection.of(file, "approval", Set.of("level", "validity"));
        RuleSection payment = RuleSection.of(file, "payment", Set.of("working_days"));
        RuleSection objections = RuleSection.of(file, "objections", Set.of("decision"));
        return new RefundRules(
                RuleHead.id(file),
                RuleHead.version(file),
                notice.term("period"),
                notice.flag("ends_on_working_day"),
                objections.term("decision"),
                approval.oneOf("level", ApprovalLevel.values()),
                approval.term("validity"),
                payment.count("working_days"));
    }
}
