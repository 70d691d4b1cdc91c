package org.stoppayment.freeze.attention.application;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.stoppayment.freeze.attention.application.AttentionItems.Filter;
import org.stoppayment.freeze.attention.application.AttentionItems.Listed;
import org.stoppayment.freeze.attention.domain.AttentionItem;
import org.stoppayment.freeze.orders.domain.views.CaseAttention.Reason;
import org.stoppayment.freeze.shared.application.OfficerInput;
import org.stoppayment.freeze.shared.application.Page;
import org.stoppayment.freeze.shared.application.Paging;
import org.stoppayment.freeze.shared.domain.DatabaseTime;
import org.stoppayment.kernel.Violation;
import org.stoppayment.kernel.ids.CaseId;
import org.stoppayment.kernel.ids.Ids;

/** Lists what needs attention: first where most money has been at risk for longest. */
@ApplicationScoped
public class ListingAttention {

    private final AttentionItems items;
    private final InstantSource clock;

    ListingAttention(AttentionItems items, InstantSource clock) {
        this.items = items;
        this.clock = clock;
    }

    /**
     * A page of the list.
     *
     * @param items of the page
     * @param asOf the moment that ages were counted to
     * @param nextToken of the next page; empty on the last one
     */
    public record ItemPage(List<AttentionItem> items, Instant asOf, Optional<String> nextToken) {}

    /**
     * A page of the open items.
     *
     * @param pageSize 1..200; 0 means 50
     * @param pageToken of the page before, empty for the first page; fixes the moment that ages are counted to
     * @param reason of the items; empty for any
     * @param caseId of the items; empty for any
     */
    public Uni<ItemPage> list(int pageSize, String pageToken, Optional<Reason> reason, String caseId) {
        List<Violation> violations = new ArrayList<>(Paging.violations(pageSize));
        Optional<AttentionPageToken> token = AttentionPageToken.parse(pageToken);
        if (token.isEmpty() && !pageToken.isEmpty()) {
            violations.add(new Violation(
                    "pageToken",
                    "NOT_A_TOKEN",
                    "value: " + pageToken.length() + " characters (expected: a nextPageToken)"));
        }
        Optional<CaseId> ofCase = Ids.parse(caseId).map(CaseId::new);
        if (ofCase.isEmpty() && !caseId.isEmpty()) {
            violations.add(new Violation(
                    "caseId", "NOT_A_UUID", "value: " + caseId.length() + " characters (expected: a UUID)"));
        }
        OfficerInput.refuse(violations);
        // The database counts in microseconds: with more, a page would begin elsewhere than the one before ended.
        Instant asOf =
                DatabaseTime.truncated(token.map(AttentionPageToken::asOf).orElseGet(clock::instant));
        int rows = Paging.rows(pageSize);
        return items.open(new Filter(reason, ofCase), asOf, token.map(AttentionPageToken::last), rows + 1)
                .map(found -> page(Paging.page(found, rows), asOf));
    }

    private static ItemPage page(Page<Listed> page, Instant asOf) {
        List<Listed> rows = page.rows();
        return new ItemPage(
                rows.stream().map(Listed::item).toList(),
                asOf,
                page.more()
                        ? Optional.of(new AttentionPageToken(
                                        asOf, rows.get(rows.size() - 1).position())
                                .text())
                        : Optional.empty());
    }
}
