package org.stoppayment.benchmarks.figures.recovery;

import com.google.protobuf.Timestamp;
import io.grpc.ManagedChannel;
import java.util.List;
import org.stoppayment.benchmarks.figures.Figure;
import org.stoppayment.benchmarks.harness.Bench;
import org.stoppayment.benchmarks.harness.Samples;
import org.stoppayment.cli.certificates.CertificateFiles;
import org.stoppayment.cli.client.ServiceConnection;
import org.stoppayment.cli.suite.ServiceName;
import org.stoppayment.proto.recovery.v1.GetRecoveryFiguresRequest;
import org.stoppayment.proto.recovery.v1.GetRecoveryFiguresResponse;
import org.stoppayment.proto.recovery.v1.RecoveryDimension;
import org.stoppayment.proto.recovery.v1.ReportServiceGrpc;

/** Figures of recovery over a million entries of 50,000 cases, beside one sum of the same entries by case and position. */
public final class ReportFigure {

    private static final String RECOVERY = "stoppayment_recovery";
    private static final double AIM_MILLIS = 2_000;
    private static final int CASES = 50_000;
    private static final int ENTRIES_OF_CASE = 20;

    /** Each case has four accounts, on each of which money is reported, held, frozen and paid back in part, and some is cash. */
    private static final List<String> FILL = List.of(
            """
            INSERT INTO recovery_case (case_id, status_revision, received_at, fraud_type, organisation)
            SELECT gen_random_uuid(), 1, timestamptz '2001-01-01Z' + n * interval '10 minutes',
                   (ARRAY['FAKE_LOAN', 'REBATE_ORDERS', 'ROMANCE'])[1 + n %% 3], 'station ' || n %% 30
            FROM generate_series(1, %d) n""".formatted(CASES),
            """
            INSERT INTO ledger_entry (entry_id, event_id, ordinal, case_id, institution_code, account_number, account_name, account_kind, cause,
                    credited, debited, amount_fen, occurred_at, recorded_at)
            SELECT gen_random_uuid(), gen_random_uuid(), 0, case_id, (ARRAY['102100099996', '103100000026', '104100000004'])[1 + n %% 3],
                   'report-' || n || '-' || k / 5, '', 'BANK_PERSONAL', 'TRACED',
                   (ARRAY['REPORTED', 'UNKNOWN', 'HELD', 'FROZEN', 'UNKNOWN'])[1 + k %% 5],
                   (ARRAY['UNKNOWN', 'HELD', 'FROZEN', 'RETURNED', 'CASH'])[1 + k %% 5],
                   (ARRAY[1000000, 500000, 400000, 100000, 300000])[1 + k %% 5], received_at, received_at
            FROM (SELECT case_id, received_at, row_number() OVER () AS n FROM recovery_case WHERE received_at < '2003-01-01Z') c,
                 generate_series(0, %d) k""".formatted(ENTRIES_OF_CASE - 1),
            """
            INSERT INTO attributed_account (institution_code, account_number, revision, version, computed_at, shares, total_fen, level)
            SELECT DISTINCT institution_code, account_number, 1, 1, now(), '{"HOLDER": 100}'::jsonb, 300000, 1 + length(account_number) % 5
            FROM ledger_entry WHERE account_number LIKE 'report-%'""",
            """
            INSERT INTO hold (hold_id, revision, case_id, institution_code, account_number, account_name, account_kind, measure, is_in_effect,
                    held_fen, began_at, expires_at)
            SELECT gen_random_uuid(), 1, case_id, institution_code, account_number, '', 'BANK_PERSONAL', 'STOP', true, 300000, now(), now()
            FROM ledger_entry WHERE account_number LIKE 'report-%' AND credited = 'REPORTED'""",
            "ANALYZE recovery_case, ledger_entry, attributed_account, hold");

    private static final String FLOOR =
            "SELECT count(*) FROM (SELECT case_id, debited, credited, sum(amount_fen) FROM ledger_entry GROUP BY 1, 2, 3) sums";

    private ReportFigure() {}

    public static void measure(Bench bench, Figure figure) {
        for (String sql : FILL) {
            bench.execute(RECOVERY, sql);
        }
        ManagedChannel channel = ServiceConnection.open(bench.suite(), ServiceName.RECOVERY, CertificateFiles.COMMAND);
        try {
            bench.out()
                    .printf(
                            "%nreport over %d entries of %d cases (aim %.0f ms)%n",
                            CASES * ENTRIES_OF_CASE, CASES, AIM_MILLIS);
            bench.out().printf("  %-5s %10s %12s %10s %8s%n", "round", "total ms", "by five ms", "floor ms", "ratio");
            double[] ratios = new double[figure.rounds()];
            for (int round = 0; round < figure.rounds(); round++) {
                double floor = millis(() -> bench.number(RECOVERY, FLOOR));
                double total = millis(() -> report(channel));
                double grouped = millis(() -> report(
                        channel,
                        RecoveryDimension.RECOVERY_DIMENSION_MONTH,
                        RecoveryDimension.RECOVERY_DIMENSION_FRAUD_TYPE,
                        RecoveryDimension.RECOVERY_DIMENSION_AGE,
                        RecoveryDimension.RECOVERY_DIMENSION_INSTITUTION,
                        RecoveryDimension.RECOVERY_DIMENSION_LEVEL));
                ratios[round] = grouped / floor;
                bench.out()
                        .printf("  %-5d %10.0f %12.0f %10.0f %8.2f%n", round + 1, total, grouped, floor, ratios[round]);
            }
            bench.out().printf("  median ratio %.2f%n", Samples.median(ratios));
        } finally {
            channel.shutdownNow();
        }
    }

    private static void report(ManagedChannel channel, RecoveryDimension... by) {
        GetRecoveryFiguresResponse answer = ReportServiceGrpc.newBlockingStub(channel)
                .getRecoveryFigures(GetRecoveryFiguresRequest.newBuilder()
                        .setFrom(Timestamp.newBuilder().setSeconds(978_307_200)) // 2001-01-01
                        .setUntil(Timestamp.newBuilder().setSeconds(1_041_379_200)) // 2003-01-01
                        .addAllGroupBy(List.of(by))
                        .build());
        if (answer.getTotal().getCases() != CASES) {
            throw new IllegalStateException("cases: " + answer.getTotal().getCases() + " (expected: " + CASES + ")");
        }
    }

    private static double millis(Runnable work) {
        long begin = System.nanoTime();
        work.run();
        return (System.nanoTime() - begin) / 1e6;
    }
}
