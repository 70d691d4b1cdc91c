package org.stoppayment.benchmarks.figures;

import java.util.Map;
import org.stoppayment.benchmarks.harness.Bench;
import org.stoppayment.benchmarks.harness.CpuTable;

/** 10,000 renewals of freezes that are all due at one moment: until all have been sent and answered. */
public final class RenewalsFigure {

    private static final int RENEWALS = 10_000;
    private static final String FREEZE = "stoppayment_freeze";

    /** Freezes in effect, and a renewal of each that waits to be sent. No institution takes longer than it must. */
    private static final String FREEZES = """
            WITH codes AS (SELECT DISTINCT institution_code FROM stop_order WHERE institution_code <> ''),
            numbered AS (SELECT institution_code, row_number() OVER (ORDER BY institution_code) - 1 AS position,
                                count(*) OVER () AS number FROM codes),
            freezes AS (
                INSERT INTO freeze_order (application_id, case_id, institution_code, account_number, account_name, account_kind,
                        mode, amount_fen, reason, filing_number, filing_organisation, document_digest, approved_by, approval_level,
                        major_case, ordered_by, requested_at, tainted_fen, ends_stop, rule_set, state, attempts, failures,
                        result_code, manual_reason, frozen_fen, began_at, expires_at, timeline, due_at, version)
                SELECT gen_random_uuid(), gen_random_uuid(), n.institution_code, '%1$d' || i, '', 'BANK_PERSONAL', 'LIMITED', 100, '',
                       '2026-8', 'police', repeat('a1', 32), p.person, 'COUNTY', false, p.person, now() - interval '160 days', 100, false,
                       'r', 'IN_EFFECT', 1, 0, '0000', '', 100, now() - interval '160 days', now() + interval '20 days', '[]',
                       now() + interval '13 days', 0
                FROM generate_series(1, %2$d) i
                JOIN numbered n ON n.position = i %% n.number
                CROSS JOIN (SELECT '{"organisation":"police","badgeNumber":"1"}' AS person) p
                RETURNING application_id, approved_by, expires_at)
            INSERT INTO freeze_amendment (application_id, freeze_id, kind, expires_at, unrelated, filing_number, filing_organisation,
                    document_digest, approved_by, approval_level, reason, ordered_by, requested_at, state, failures, result_code,
                    due_at, version)
            SELECT gen_random_uuid(), application_id, 'RENEWAL', expires_at + interval '180 days', false, '2026-8', 'police',
                   repeat('a1', 32), approved_by, 'COUNTY', 'renewal', approved_by, now(), 'QUEUED', 0, '', now(), 0
            FROM freezes
            """;

    private static final String DONE =
            "SELECT count(*) FROM freeze_amendment WHERE kind = 'RENEWAL' AND state = 'DONE'";

    private RenewalsFigure() {}

    public static void measure(Bench bench, Figure figure) throws Exception {
        WholeFigure.warmUp(bench, figure);
        bench.out().printf("%n%d renewals that are all due at once%n", RENEWALS);
        bench.out().printf("  %-5s %12s %12s   %s%n", "round", "done s", "renewals/s", "CPU ms/renewal");
        for (int round = 1; round <= figure.rounds(); round++) {
            long done = bench.number(FREEZE, DONE);
            Map<String, Long> before = bench.cpuMillis();
            bench.execute(FREEZE, FREEZES.formatted(round, RENEWALS));
            long begin = System.nanoTime();
            bench.await("renewed", () -> bench.number(FREEZE, DONE) - done, RENEWALS);
            double seconds = (System.nanoTime() - begin) / 1e9;
            bench.out()
                    .printf(
                            "  %-5d %12.2f %12.0f   %s%n",
                            round,
                            seconds,
                            RENEWALS / seconds,
                            CpuTable.perReport(before, bench.cpuMillis(), RENEWALS));
        }
    }
}
