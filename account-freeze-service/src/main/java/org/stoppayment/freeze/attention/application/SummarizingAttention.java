package org.stoppayment.freeze.attention.application;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.stoppayment.freeze.orders.domain.views.CaseAttention;
import org.stoppayment.freeze.shared.application.OfficerInput;
import org.stoppayment.kernel.CaseId;
import org.stoppayment.kernel.Ids;
import org.stoppayment.kernel.Violation;

/** Counts what needs attention in some cases, for lists of cases. */
@ApplicationScoped
public class SummarizingAttention {

    private static final int MAX_CASES = 200;

    private final AttentionItems items;

    SummarizingAttention(AttentionItems items) {
        this.items = items;
    }

    /**
     * What needs attention in each case in which something does.
     *
     * @param caseIds 1..200 UUIDs
     */
    public Uni<Map<CaseId, CaseAttention>> summarize(List<String> caseIds) {
        OfficerInput.refuse(violations(caseIds));
        return items.summaries(caseIds.stream().map(CaseId::of).distinct().toList());
    }

    private static List<Violation> violations(List<String> caseIds) {
        List<Violation> violations = new ArrayList<>();
        if (caseIds.isEmpty() || caseIds.size() > MAX_CASES) {
            violations.add(new Violation(
                    "caseIds", "OUT_OF_RANGE", "value: " + caseIds.size() + " cases (expected: 1.." + MAX_CASES + ")"));
            return violations;
        }
        for (int i = 0; i < caseIds.size(); i++) {
            String caseId = caseIds.get(i);
            if (Ids.parse(caseId).isEmpty()) {
                violations.add(new Violation(
                        "caseIds[" + i + "]",
                        "NOT_A_UUID",
                        "value: " + caseId.length() + " characters (expected: a UUID)"));
            }
        }
        return violations;
    }
}
