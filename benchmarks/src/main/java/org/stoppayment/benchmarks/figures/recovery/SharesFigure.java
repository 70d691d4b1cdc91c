package org.stoppayment.benchmarks.figures.recovery;

import org.stoppayment.benchmarks.figures.Figure;
import org.stoppayment.benchmarks.harness.Bench;

/**
 * Whose money is it: how long fund-recovery takes to compute shares, from the moment at which facts are known until the result is stored.
 * One account of many victims; a case of ten levels, and one new booking in it.
 */
public final class SharesFigure {

    private static final String RECOVERY = "stoppayment_recovery";
    private static final int[] BOOKINGS = {1_000, 10_000, 100_000};
    private static final int ACCOUNTS = 10_000;

    /** One booking of ten is a victim's payment of 9,000 yuan; five victims pay, then 45 times 1,000 yuan leave. 10 yuan are always there. */
    private static final String ONE_ACCOUNT = """
            WITH numbered AS (
                SELECT i, i / 50 AS block, i %% 50 AS place, timestamptz '2026-03-01Z' + i * interval '1 second' AS at
                FROM generate_series(0, %2$d - 1) i),
            paid AS (
                INSERT INTO reported_transfer (transfer_id, revision, case_id, payer_institution_code, payer_number, payer_name, payer_kind,
                        institution_code, account_number, account_name, account_kind, amount_fen, transferred_at, serial, is_loss)
                SELECT gen_random_uuid(), 1, gen_random_uuid(), '', '', '', 'UNSPECIFIED', '102100099996', '%1$s', '', 'BANK_PERSONAL',
                       CASE WHEN i = 0 THEN 901000 ELSE 900000 END, at + interval '10 minutes', '', true
                FROM numbered WHERE place < 5),
            left_it AS (
                INSERT INTO booking (institution_code, account_number, direction, serial, ordinal, revision, account_name, account_kind, kind,
                        amount_fen, booked_at, sequence, counterparty_institution_code, counterparty_number, counterparty_name,
                        counterparty_kind, is_replaced)
                SELECT '102100099996', '%1$s', 'OUT', 'S' || i, 1, 1, '', 'BANK_PERSONAL', 'CASH', 100000, at, 0, '', '', '', 'UNSPECIFIED', false
                FROM numbered WHERE place >= 5)
            INSERT INTO balance (application_id, revision, institution_code, account_number, balance_fen, as_of)
            SELECT gen_random_uuid(), 1, '102100099996', '%1$s', 1000, timestamptz '2026-04-01Z'
            """;

    /** A victim pays the first account; each account pays the three below it, so that the last are on the tenth level. */
    private static final String TEN_LEVELS = """
            WITH nodes AS (SELECT i, '%1$s-' || i AS number FROM generate_series(0, %2$d - 1) i),
            edges AS (
                SELECT p.number AS payer, c.number AS payee, c.i FROM nodes c JOIN nodes p
                    ON c.i > 0 AND p.i = (c.i - 1) / 3),
            paid AS (
                INSERT INTO reported_transfer (transfer_id, revision, case_id, payer_institution_code, payer_number, payer_name, payer_kind,
                        institution_code, account_number, account_name, account_kind, amount_fen, transferred_at, serial, is_loss)
                VALUES (gen_random_uuid(), 1, gen_random_uuid(), '', '', '', 'UNSPECIFIED', '102100099996', '%1$s-0', '', 'BANK_PERSONAL',
                       100000000000, timestamptz '2026-03-01Z', '', true)),
            left_it AS (
                INSERT INTO booking (institution_code, account_number, direction, serial, ordinal, revision, account_name, account_kind, kind,
                        amount_fen, booked_at, sequence, counterparty_institution_code, counterparty_number, counterparty_name,
                        counterparty_kind, is_replaced)
                SELECT '102100099996', payer, 'OUT', 'S' || i, 1, 1, '', 'BANK_PERSONAL', 'TRANSFER', 1000, timestamptz '2026-03-01Z' + i * interval '1 second',
                       0, '102100099996', payee, '', 'UNSPECIFIED', false
                FROM edges)
            INSERT INTO balance (application_id, revision, institution_code, account_number, balance_fen, as_of)
            SELECT gen_random_uuid(), 1, '102100099996', number, 0, timestamptz '2026-04-01Z' FROM nodes
            """;

    private static final String NEW_BOOKING = """
            INSERT INTO booking (institution_code, account_number, direction, serial, ordinal, revision, account_name, account_kind, kind,
                    amount_fen, booked_at, sequence, counterparty_institution_code, counterparty_number, counterparty_name,
                    counterparty_kind, is_replaced)
            VALUES ('102100099996', '%1$s', 'OUT', 'late', 1, 1, '', 'BANK_PERSONAL', 'CASH', 1, timestamptz '2026-03-02Z', 0, '', '', '',
                    'UNSPECIFIED', false)
            """;

    private static final String TOUCH = """
            INSERT INTO attributed_account (institution_code, account_number, revision, due_at) VALUES ('102100099996', '%1$s', 1, now())
            ON CONFLICT (institution_code, account_number) DO UPDATE SET revision = attributed_account.revision + 1, due_at = now()
            """;

    private static final String DONE =
            "SELECT count(*) FROM attributed_account WHERE account_number = '%1$s' AND due_at IS NULL";

    private SharesFigure() {}

    public static void measure(Bench bench, Figure figure) throws Exception {
        bench.out().printf("%nshares of one account, a tenth of the bookings are payments of as many victims%n");
        bench.out().printf("  %-5s %9s %9s %12s%n", "round", "bookings", "s", "us/booking");
        for (int round = 1; round <= figure.rounds(); round++) {
            for (int bookings : BOOKINGS) {
                String account = "one-" + round + "-" + bookings;
                bench.execute(RECOVERY, ONE_ACCOUNT.formatted(account, bookings));
                double seconds = compute(bench, account);
                bench.out().printf("  %-5d %9d %9.2f %12.1f%n", round, bookings, seconds, seconds * 1e6 / bookings);
            }
        }
        bench.out().printf("%nshares of a case of ten levels with %d accounts%n", ACCOUNTS);
        bench.out().printf("  %-5s %9s %16s%n", "round", "all s", "new booking s");
        for (int round = 1; round <= figure.rounds(); round++) {
            String tree = "tree-" + round;
            bench.execute(RECOVERY, TEN_LEVELS.formatted(tree, ACCOUNTS));
            double all = compute(bench, tree + "-0");
            String deep = tree + "-" + ACCOUNTS / 4;
            bench.execute(RECOVERY, NEW_BOOKING.formatted(deep));
            bench.out().printf("  %-5d %9.2f %16.2f%n", round, all, compute(bench, deep));
        }
    }

    /** From the moment at which an account is due until what was computed is stored. */
    private static double compute(Bench bench, String account) throws Exception {
        bench.execute(RECOVERY, "ANALYZE reported_transfer, booking, balance, attributed_account, attributed_flow");
        long begin = System.nanoTime();
        bench.execute(RECOVERY, TOUCH.formatted(account));
        bench.await("computed", () -> bench.number(RECOVERY, DONE.formatted(account)), 1);
        return (System.nanoTime() - begin) / 1e9;
    }
}
