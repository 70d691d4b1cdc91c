package org.stoppayment.intake.persistence;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.stoppayment.intake.application.CaseReports;
import org.stoppayment.intake.application.PayerCases;
import org.stoppayment.intake.domain.CaseReport;
import org.stoppayment.intake.domain.Content;
import org.stoppayment.intake.domain.PayerAccount;
import org.stoppayment.intake.domain.PayerCase;
import org.stoppayment.kernel.ids.CaseId;
import org.stoppayment.kit.postgres.BatchStatement;
import org.stoppayment.kit.postgres.RowParameters;
import org.stoppayment.kit.postgres.Rows;
import org.stoppayment.kit.postgres.ValueParameters;

/** Reads the cases in which accounts pay, and the reports of cases. */
@ApplicationScoped
class PayerCaseReader implements PayerCases, CaseReports {

    /** A stored report may have 1 MiB. */
    private static final int MAX_REPORTS_AT_ONCE = 32;

    private static final BatchStatement<Asked> FIND_CASES = BatchStatement.<Asked>of(
                    "sql/contacts/find_payer_cases.sql")
            .rows(
                    "accounts",
                    RowParameters.<Numbered>of()
                            .integer("ordinal", Numbered::ordinal)
                            .text("institution_code", each -> each.account().institutionCode())
                            .text("number", each -> each.account().number()),
                    Asked::accounts)
            .values(ValueParameters.<Integer>of().integer("max_cases", max -> max), Asked::maxCases)
            .build();
    private static final BatchStatement<List<UUID>> FIND_REPORTS = BatchStatement.<List<UUID>>of(
                    "sql/contacts/find_reports.sql")
            .rows("cases", RowParameters.<UUID>of().uuid("case_id", id -> id), ids -> ids)
            .build();

    private final Pool pool;

    PayerCaseReader(Pool pool) {
        this.pool = pool;
    }

    private record Numbered(int ordinal, PayerAccount account) {}

    private record Asked(List<Numbered> accounts, int maxCases) {}

    private record Found(int ordinal, UUID caseId, Instant acceptedAt, Set<String> holders) {

        static Found of(Row row) {
            return new Found(
                    row.getInteger("ordinal"),
                    row.getUUID("case_id"),
                    Rows.instant(row, "accepted_at").orElseThrow(),
                    Set.of(row.getArrayOfStrings("names")));
        }
    }

    @Override
    public Uni<List<List<PayerCase>>> find(List<PayerAccount> accounts, int maxCases) {
        List<Numbered> numbered = IntStream.range(0, accounts.size())
                .mapToObj(i -> new Numbered(i, accounts.get(i)))
                .toList();
        return FIND_CASES
                .execute(pool, new Asked(numbered, maxCases))
                .map(rows -> Rows.list(rows, Found::of))
                .chain(found -> contents(found).map(reports -> byAccount(accounts.size(), found, reports)));
    }

    private Uni<Map<UUID, Content>> contents(List<Found> found) {
        return read(found.stream().map(Found::caseId).distinct().toList()).map(reports -> reports.stream()
                .collect(Collectors.toMap(report -> report.caseId().value(), CaseReport::content)));
    }

    @Override
    public Uni<List<CaseReport>> reports(List<CaseId> caseIds) {
        return read(caseIds.stream().map(CaseId::value).toList());
    }

    private Uni<List<CaseReport>> read(List<UUID> ids) {
        List<CaseReport> reports = new ArrayList<>();
        return Multi.createFrom()
                .iterable(ids)
                .group()
                .intoLists()
                .of(MAX_REPORTS_AT_ONCE)
                .onItem()
                .transformToUniAndConcatenate(some -> FIND_REPORTS.execute(pool, some))
                .invoke(rows -> reports.addAll(Rows.list(rows, PayerCaseReader::report)))
                .collect()
                .last()
                .replaceWith(reports);
    }

    private static CaseReport report(Row row) {
        return new CaseReport(
                new CaseId(row.getUUID("case_id")),
                Rows.instant(row, "accepted_at").orElseThrow(),
                new Content(row.getBuffer("content").getBytes()));
    }

    private static List<List<PayerCase>> byAccount(int accounts, List<Found> found, Map<UUID, Content> reports) {
        List<List<PayerCase>> all = new ArrayList<>();
        for (int i = 0; i < accounts; i++) {
            int ordinal = i;
            all.add(found.stream()
                    .filter(each -> each.ordinal() == ordinal)
                    .flatMap(each -> Stream.ofNullable(reports.get(each.caseId()))
                            .map(report -> new PayerCase(
                                    new CaseId(each.caseId()), each.acceptedAt(), each.holders(), report)))
                    .toList());
        }
        return all;
    }
}
