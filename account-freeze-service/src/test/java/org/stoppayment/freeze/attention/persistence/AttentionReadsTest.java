package org.stoppayment.freeze.attention.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.stoppayment.proto.freeze.v1.AttentionReason.ATTENTION_REASON_DECLINED;

import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.stoppayment.freeze.attention.application.AttentionItems;
import org.stoppayment.freeze.rules.domain.AttentionRules;
import org.stoppayment.freeze.testkit.AttentionFixture;
import org.stoppayment.kernel.Money;
import org.stoppayment.kit.testing.StatementPlans;

/** The list reads what is open and what has changed, however much was dealt with before. */
@QuarkusTest
class AttentionReadsTest extends AttentionFixture {

    private static final int ACCOUNTS_DEALT_WITH = 1_000;
    private static final int FEW = 20;

    @Inject
    Pool pool;

    @Inject
    AttentionStore store;

    /** A quarter each: unknown and closed, declined and corrected, lapsed and closed, lifted by the case. */
    @BeforeEach
    void dealtWith() {
        database.execute("""
                CREATE TEMPORARY TABLE dealt_with AS
                SELECT i, ('00000000-0000-7000-8000-' || lpad(to_hex(i), 12, '0'))::uuid AS id, 'OLD' || i AS account_number
                FROM generate_series(1, %d) i;
                INSERT INTO claim (case_id, institution_code, account_number, account_name, account_kind, level, reported_fen,
                                   lapsed_fen, lifted_fen, claimed_at, revision, traced_revision, ended_at, end_details)
                SELECT id, '102100099996', account_number, '', 'BANK_PERSONAL', 1, CASE WHEN i %% 4 = 1 THEN 0 ELSE 50000 END,
                       CASE WHEN i %% 4 = 2 THEN 50000 ELSE 0 END, CASE WHEN i %% 4 = 3 THEN 50000 ELSE 0 END, '2020-01-01', 1, 1,
                       CASE WHEN i %% 4 = 3 THEN '2020-01-03'::timestamptz END,
                       CASE WHEN i %% 4 = 3 THEN '{"cause": "LIFTED"}'::jsonb END
                FROM dealt_with;
                INSERT INTO stop_order (application_id, case_id, institution_code, account_number, account_name, account_kind,
                                        level, tainted_fen, placed_at, instruction, state, live, counted, attempts, inquiries,
                                        unsent, result_code, reference, flags, mismatched, candidates, manual_reason, stopped_at,
                                        expires_at, balance_fen, ended_at, timeline, version, rule_set, urgent)
                SELECT id, id, '102100099996', account_number, '', 'BANK_PERSONAL', 1, 50000, '2020-01-01', '', state, false,
                       state <> 'DECLINED', 1, 0, 0, CASE WHEN state = 'DECLINED' THEN '0301' ELSE '0000' END, '', '{}', '{}',
                       '{}', '', '2020-01-01', '2020-01-03', 50000, '2020-01-03', '[]', 1, 'OLD', false
                FROM (SELECT *, (ARRAY['DECLINED', 'LAPSED', 'LIFTED'])[i %% 4] AS state FROM dealt_with WHERE i %% 4 > 0) old;
                INSERT INTO attention_closure (case_id, institution_code, account_number, reason, application_id, at_risk_fen,
                                               closed_at, organisation, badge_number, note)
                SELECT id, '102100099996', account_number, CASE WHEN i %% 4 = 0 THEN 'UNKNOWN' ELSE 'UNHELD' END,
                       CASE WHEN i %% 4 = 0 THEN '00000000-0000-0000-0000-000000000000' ELSE id END, 50000, '2020-01-04', '', '', ''
                FROM dealt_with WHERE i %% 4 IN (0, 2);
                DROP TABLE dealt_with
                """.formatted(ACCOUNTS_DEALT_WITH));
    }

    /** Recovery knows nothing of them: the books would not add up. */
    @AfterEach
    void forget() {
        database.execute("DELETE FROM claim WHERE account_number LIKE 'OLD%'");
        database.execute("DELETE FROM stop_order WHERE account_number LIKE 'OLD%'");
    }

    private long rowsRead(String table) {
        return new StatementPlans(pool)
                .rowsRead(
                        table,
                        AttentionStore.LIST.sql(),
                        "'2100-01-01'",
                        "NULL",
                        "NULL",
                        "NULL",
                        "NULL",
                        "NULL",
                        "NULL",
                        "100",
                        Long.toString(THRESHOLD),
                        "'{" + String.join(",", AttentionStore.SETTLED) + "}'");
    }

    @Test
    void listReadsFewRowsOnceAllWasExamined() {
        declined(caseId, payee, 1_000);
        assertThat(rowsRead("claim")).as("before").isGreaterThan(ACCOUNTS_DEALT_WITH / 2);

        examineAttention();

        assertThat(rowsRead("claim")).isBetween(1L, (long) FEW);
        assertThat(rowsRead("stop_order")).isBetween(1L, (long) FEW);
        assertThat(rowsRead("attention_closure")).isLessThan(FEW);
        assertThat(openReasons()).containsExactly(ATTENTION_REASON_DECLINED);
    }

    @Test
    void examinationThatNotesOnlySomeGoesOnWithTheOthers() {
        int noted = 0;
        for (int look = 0; look < 3; look++) {
            noted += store.examine(time.instant(), time.instant(), ACCOUNTS_DEALT_WITH / 2)
                    .await()
                    .atMost(PATIENCE);
        }

        assertThat(noted)
                .isEqualTo(ACCOUNTS_DEALT_WITH * 3 / 4); // all that may need attention: not what its case lifted
    }

    @Test
    void lowerThresholdListsWhatWasLittleEnoughBefore() {
        stopped(payee, 100_000, 100_000 - THRESHOLD);
        bookAll();
        examineAttention();
        assertThat(openReasons()).isEmpty();

        AttentionItems stricter = new AttentionStore(pool, new AttentionRules(Money.ofFen(THRESHOLD - 1)));

        assertThat(stricter.open(
                                new AttentionItems.Filter(Optional.empty(), Optional.empty()),
                                time.instant(),
                                Optional.empty(),
                                100)
                        .await()
                        .atMost(PATIENCE))
                .singleElement()
                .satisfies(listed -> assertThat(listed.item().atRisk()).isEqualTo(Money.ofFen(THRESHOLD)));
    }
}
