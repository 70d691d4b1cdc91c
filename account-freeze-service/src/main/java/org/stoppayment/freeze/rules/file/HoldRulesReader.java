package org.stoppayment.freeze.rules.file;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.stoppayment.formats.FieldReader;
import org.stoppayment.formats.MalformedYamlException;
import org.stoppayment.formats.Yaml;
import org.stoppayment.freeze.rules.domain.ApprovalLevel;
import org.stoppayment.freeze.rules.domain.HoldRules;
import org.stoppayment.kernel.Violation;
import org.stoppayment.kit.rules.RuleHead;
import org.stoppayment.kit.rules.RuleSection;
import org.stoppayment.kit.rules.UnusableRules;
import org.stoppayment.kit.rules.WrittenRules;

/** Reads the rules of freezes, all or nothing; their form is described in {@code rules/cn-criminal-procedure-2020.yaml}. */
public final class HoldRulesReader {

    private static final int RENEWAL_PROPOSALS = 3;

    private final FieldReader file;

    private HoldRulesReader(JsonNode document) {
        this.file = FieldReader.ofFile(document);
    }

    /**
     * Rules as written in a file.
     *
     * @throws UnusableRules with all its violations
     */
    public static WrittenRules<HoldRules> yaml(String text, String where) {
        try {
            JsonNode document = Yaml.parse(text);
            HoldRulesReader reader = new HoldRulesReader(document);
            HoldRules rules = reader.rules();
            List<Violation> violations = reader.file.violations();
            if (!violations.isEmpty()) {
                throw new UnusableRules(where, violations);
            }
            return new WrittenRules<>(rules.name(), rules, document.toString());
        } catch (MalformedYamlException notYaml) {
            throw new UnusableRules(
                    where, List.of(new Violation("file", "NOT_YAML", String.valueOf(notYaml.getMessage()))));
        }
    }

    private HoldRules rules() {
        file.allowOnly(Set.of(
                "id",
                "version",
                "title",
                "terms",
                "approval",
                "release",
                "proposals",
                "waiting",
                "objections",
                "queries"));
        RuleSection terms = RuleSection.of(file, "terms", Set.of("ordinary", "majorOrComplex", "renewalWindow"));
        RuleSection approval = RuleSection.of(file, "approval", Set.of("ordinary", "majorOrComplex"));
        RuleSection release = RuleSection.of(file, "release", Set.of("unrelatedFunds"));
        RuleSection proposals = RuleSection.of(file, "proposals", Set.of("stopEnds", "renewal", "overheldFactor"));
        RuleSection waiting = RuleSection.of(file, "waiting", Set.of("inquiry"));
        RuleSection objections = RuleSection.of(file, "objections", Set.of("decision", "warning"));
        RuleSection queries = RuleSection.of(file, "queries", Set.of("watch"));
        HoldRules rules = new HoldRules(
                RuleHead.id(file),
                RuleHead.version(file),
                terms.term("ordinary"),
                terms.term("majorOrComplex"),
                terms.term("renewalWindow"),
                approval.oneOf("ordinary", ApprovalLevel.values()),
                approval.oneOf("majorOrComplex", ApprovalLevel.values()),
                release.term("unrelatedFunds"),
                proposals.term("stopEnds"),
                proposals.terms("renewal", RENEWAL_PROPOSALS),
                proposals.count("overheldFactor"),
                waiting.term("inquiry"),
                objections.term("decision"),
                objections.term("warning"),
                queries.term("watch"));
        requireShorterWindow(rules, terms);
        return rules;
    }

    /** A freeze must be able to run before it can be renewed. */
    private static void requireShorterWindow(HoldRules rules, RuleSection terms) {
        if (!rules.renewalWindow()
                .endFrom(Instant.EPOCH)
                .isBefore(rules.ordinary().endFrom(Instant.EPOCH))) {
            terms.reject(
                    "renewalWindow",
                    "value",
                    rules.renewalWindow().toString(),
                    "shorter than terms.ordinary, " + rules.ordinary());
        }
    }
}
