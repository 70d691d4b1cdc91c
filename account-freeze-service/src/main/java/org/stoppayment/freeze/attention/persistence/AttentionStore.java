package org.stoppayment.freeze.attention.persistence;

import static java.util.stream.Collectors.collectingAndThen;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.stoppayment.freeze.attention.application.AttentionItems;
import org.stoppayment.freeze.attention.domain.AttentionClosure;
import org.stoppayment.freeze.attention.domain.AttentionItem;
import org.stoppayment.freeze.attention.domain.AttentionKey;
import org.stoppayment.freeze.attention.domain.AttentionPosition;
import org.stoppayment.freeze.orders.application.CaseAttentions;
import org.stoppayment.freeze.orders.domain.Phase;
import org.stoppayment.freeze.orders.domain.views.CaseAttention;
import org.stoppayment.freeze.orders.domain.views.CaseAttention.Reason;
import org.stoppayment.freeze.rules.domain.AttentionRules;
import org.stoppayment.freeze.shared.domain.Officer;
import org.stoppayment.freeze.shared.persistence.StoredAccount;
import org.stoppayment.kernel.Money;
import org.stoppayment.kernel.ids.ApplicationId;
import org.stoppayment.kernel.ids.CaseId;
import org.stoppayment.kit.postgres.Rows;
import org.stoppayment.kit.postgres.SqlStatement;

/** What needs attention, worked out by Postgres from claims, orders and closures. */
@ApplicationScoped
public class AttentionStore implements AttentionItems, CaseAttentions {

    private static final String PAGE = "as_of timestamptz, reason text, after_weight text, after_case_id uuid, "
            + "after_institution_code text, after_account_number text, after_reason text, max_items int, ";
    private static final String RULES = "unknown_threshold bigint, settled_states text[]";
    static final SqlStatement LIST = SqlStatement.load("sql/attention/list_items.sql", PAGE + RULES);
    private static final SqlStatement LIST_OF_CASES =
            SqlStatement.load("sql/attention/list_items_of_cases.sql", PAGE + "case_ids uuid[], " + RULES);
    private static final SqlStatement SUMMARIZE =
            SqlStatement.load("sql/attention/summarize_cases.sql", "case_ids uuid[], " + RULES);
    private static final SqlStatement CLOSE = SqlStatement.load(
            "sql/attention/close_item.sql",
            "case_id uuid, institution_code text, account_number text, reason text, closed_at timestamptz, "
                    + "organisation text, badge_number text, note text, " + RULES);
    private static final SqlStatement READ_CHANGE_TOKEN = SqlStatement.load("sql/attention/read_change_token.sql");
    private static final SqlStatement EXAMINE = SqlStatement.load(
            "sql/attention/examine_candidates.sql",
            "as_of timestamptz, examined_before timestamptz, max_accounts int, " + RULES);
    static final List<String> SETTLED = Arrays.stream(Phase.values())
            .filter(Phase::isSettled)
            .map(Phase::name)
            .toList();

    private final Pool pool;
    private final AttentionRules rules;

    AttentionStore(Pool pool, AttentionRules rules) {
        this.pool = pool;
        this.rules = rules;
    }

    private long threshold() {
        return rules.unknownThreshold().fen();
    }

    @Override
    public Uni<List<Listed>> open(Filter filter, Instant asOf, Optional<AttentionPosition> after, int max) {
        Object[] page = {
            asOf,
            filter.reason().map(Reason::name),
            after.map(AttentionPosition::weight).map(BigDecimal::toPlainString),
            after.map(AttentionPosition::key).map(AttentionKey::caseId),
            after.map(AttentionPosition::key).map(key -> key.account().institutionCode()),
            after.map(AttentionPosition::key).map(key -> key.account().number()),
            after.map(AttentionPosition::key).map(key -> key.reason().name()),
            max
        };
        return filter.caseId()
                .map(caseId -> LIST_OF_CASES.execute(pool, with(page, List.of(caseId), threshold(), SETTLED)))
                .orElseGet(() -> LIST.execute(pool, with(page, threshold(), SETTLED)))
                .map(rows -> Rows.list(rows, AttentionStore::listed));
    }

    private static Object[] with(Object[] values, Object... more) {
        Object[] all = Arrays.copyOf(values, values.length + more.length);
        System.arraycopy(more, 0, all, values.length, more.length);
        return all;
    }

    @Override
    public Uni<Optional<Closed>> close(AttentionKey key, Officer officer, String note, Instant at) {
        return CLOSE.execute(
                        pool,
                        key.caseId(),
                        key.account().institutionCode(),
                        key.account().number(),
                        key.reason().name(),
                        at,
                        officer.organisation(),
                        officer.badgeNumber(),
                        note,
                        threshold(),
                        SETTLED)
                .chain(rows -> Rows.stream(rows)
                        .findFirst()
                        .map(row -> Rows.instant(row, "closed_at").isEmpty()
                                ? close(key, officer, note, at) // another statement has just closed it
                                : Uni.createFrom().item(Optional.of(closed(row))))
                        .orElseGet(() -> Uni.createFrom().item(Optional.empty())));
    }

    @Override
    public Uni<String> changeToken() {
        return READ_CHANGE_TOKEN
                .execute(pool)
                .map(rows -> rows.iterator().next().getString("token"));
    }

    @Override
    public Uni<Integer> examine(Instant asOf, Instant before, int max) {
        return EXAMINE.execute(pool, asOf, before, max, threshold(), SETTLED)
                .map(rows -> rows.iterator().next().getInteger("accounts"));
    }

    @Override
    public Uni<CaseAttention> of(CaseId caseId) {
        return summaries(List.of(caseId)).map(found -> found.getOrDefault(caseId, CaseAttention.NONE));
    }

    @Override
    public Uni<Map<CaseId, CaseAttention>> summaries(List<CaseId> caseIds) {
        return SUMMARIZE.execute(pool, caseIds, threshold(), SETTLED).map(rows -> Rows.stream(rows)
                .collect(groupingBy(
                        row -> new CaseId(row.getUUID("case_id")),
                        collectingAndThen(mapping(AttentionStore::part, toList()), AttentionStore::attention))));
    }

    private static CaseAttention attention(List<CaseAttention.Part> parts) {
        return new CaseAttention(parts.stream()
                .sorted(Comparator.comparing(CaseAttention.Part::reason))
                .toList());
    }

    private static CaseAttention.Part part(Row row) {
        return new CaseAttention.Part(
                Reason.valueOf(row.getString("reason")),
                row.getInteger("items"),
                Money.ofFen(row.getLong("at_risk_fen")));
    }

    private static Listed listed(Row row) {
        AttentionItem item = item(row);
        return new Listed(item, new AttentionPosition(row.getBigDecimal("weight"), item.key()));
    }

    private static Closed closed(Row row) {
        return new Closed(
                item(row),
                new AttentionClosure(
                        Rows.instant(row, "closed_at").orElseThrow(),
                        new Officer(row.getString("organisation"), row.getString("badge_number")),
                        row.getString("note"),
                        Money.ofFen(row.getLong("closed_at_risk_fen"))));
    }

    private static AttentionItem item(Row row) {
        return new AttentionItem(
                new CaseId(row.getUUID("case_id")),
                StoredAccount.read(row::getString),
                Reason.valueOf(row.getString("reason")),
                row.getInteger("level"),
                Money.ofFen(row.getLong("at_risk_fen")),
                Rows.instant(row, "since").orElseThrow(),
                Optional.ofNullable(row.getUUID("application_id"))
                        .map(id -> new AttentionItem.Order(
                                new ApplicationId(id),
                                Phase.valueOf(row.getString("state")),
                                row.getString("result_code"))));
    }
}
