package org.stoppayment.freeze.testkit;

import java.time.Instant;

/** Stops that are stored as they are in effect, without a report or an institution. */
public abstract class StoredStopsFixture extends FreezeFixture {

    /** Stops that end at {@code end}, and whose last hour has to be warned of; no case has a claim on them. */
    protected void stopsThatEnd(Instant end, String prefix, int many) {
        database.execute("""
            INSERT INTO stop_order (
                application_id, case_id, institution_code, account_number, account_name, account_kind, level,
                tainted_fen, placed_at, instruction, state, live, counted, attempts, inquiries, unsent, result_code,
                reference, flags, mismatched, candidates, manual_reason, stopped_at, expires_at, balance_fen, due_at,
                warn_at, timeline, version, rule_set)
            SELECT gen_random_uuid(), gen_random_uuid(), '%s', '%s' || n, '', 'BANK_PERSONAL', 1, 100,
                   e - '48 h'::interval, '', 'IN_EFFECT', true, true, 1, 0, 0, '0000', '', '{}', '{}', '{}', '',
                   e - '48 h'::interval, e, 100, e, e - '1 h'::interval, '[]', 0, 'cn-2016-86/3'
            FROM generate_series(1, %d) n, (SELECT '%s'::timestamptz AS e) term
            """.formatted(FakeGateway.ICBC, prefix, many, end));
    }
}
