package org.stoppayment.freeze.attention.application;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.stoppayment.freeze.attention.domain.CaseFunds;
import org.stoppayment.freeze.orders.domain.views.CaseAttention;
import org.stoppayment.freeze.shared.application.OfficerInput;
import org.stoppayment.kernel.Violation;
import org.stoppayment.kernel.ids.CaseId;
import org.stoppayment.kernel.ids.Ids;

/** Counts what needs attention in some cases, and sums up their money, for lists of cases. */
@ApplicationScoped
public class SummarizingAttention {

    private static final int MAX_CASES = 200;

    private final AttentionItems items;
    private final FundsOfCases funds;

    SummarizingAttention(AttentionItems items, FundsOfCases funds) {
        this.items = items;
        this.funds = funds;
    }

    /**
     * What a list says of its cases.
     *
     * @param attention what needs attention in each case in which something does
     * @param funds the money of each case that has arrived
     */
    public record Summary(Map<CaseId, CaseAttention> attention, List<CaseFunds> funds) {}

    /**
     * What needs attention in some cases, and their money.
     *
     * @param caseIds 1..200 UUIDs
     */
    public Uni<Summary> summarize(List<String> caseIds) {
        OfficerInput.refuse(violations(caseIds));
        List<CaseId> asked = caseIds.stream().map(CaseId::of).distinct().toList();
        return items.summaries(asked).chain(attention -> funds.of(asked).map(money -> new Summary(attention, money)));
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
