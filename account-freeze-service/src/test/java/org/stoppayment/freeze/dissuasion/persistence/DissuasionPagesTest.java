package org.stoppayment.freeze.dissuasion.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.stoppayment.proto.freeze.v1.DissuasionState.DISSUASION_STATE_CLAIMED;
import static org.stoppayment.proto.freeze.v1.DissuasionState.DISSUASION_STATE_OPEN;
import static org.stoppayment.proto.freeze.v1.DissuasionState.DISSUASION_STATE_UNSPECIFIED;
import static org.stoppayment.proto.freeze.v1.DissuasionState.DISSUASION_STATE_WITHDRAWN;

import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.stoppayment.freeze.testkit.DissuasionFixture;
import org.stoppayment.kit.testing.StatementPlans;
import org.stoppayment.proto.common.v1.Account;
import org.stoppayment.proto.freeze.v1.Dissuasion;
import org.stoppayment.proto.freeze.v1.DissuasionState;
import org.stoppayment.proto.freeze.v1.ListDissuasionRequest;
import org.stoppayment.proto.freeze.v1.ListDissuasionResponse;
import org.stoppayment.proto.gateway.v1.Inflow;

/** Pages of the dissuasion list: in order, without gap, and none dearer for what lies between. */
@QuarkusTest
class DissuasionPagesTest extends DissuasionFixture {

    private static final int OPEN = 10;
    private static final int WITHDRAWN = 5_000;
    private static final int MAX_READ = 500; // for a page of up to 49

    @Inject
    Pool pool;

    @Test
    void pagesAreWalkedNewestFirstWithoutGapOrRepetition() {
        listed(7);

        List<ListDissuasionResponse> pages = walk(3, DISSUASION_STATE_OPEN, caseId);

        assertThat(pages).extracting(ListDissuasionResponse::getEntriesCount).containsExactly(3, 3, 1);
        assertThat(ids(pages)).hasSize(7).doesNotHaveDuplicates().isSortedAccordingTo(Comparator.reverseOrder());
        assertThat(ids(walk(3, DISSUASION_STATE_UNSPECIFIED, newCase()))).isEmpty();
    }

    @Test
    void pageEndsShortBehindManyWithdrawnEntriesAndTheNextOnesMissNone() {
        listed(OPEN);
        List<String> open = ids(walk(OPEN, DISSUASION_STATE_OPEN, ""));
        withdrawn(WITHDRAWN);

        ListDissuasionResponse first = page(OPEN, "", DISSUASION_STATE_OPEN, "");
        List<ListDissuasionResponse> pages = walk(OPEN, DISSUASION_STATE_OPEN, "");

        assertThat(first.getEntriesList()).isEmpty();
        assertThat(first.getNextPageToken()).isEqualTo(newest(MAX_READ));
        assertThat(ids(pages)).isEqualTo(open);
        assertThat(pages).hasSizeBetween(2, 2 + WITHDRAWN / MAX_READ);
        assertThat(ids(walk(OPEN, DISSUASION_STATE_OPEN, caseId))).isEqualTo(open);
        assertThat(page(200, "", DISSUASION_STATE_WITHDRAWN, "").getEntriesList())
                .hasSize(200);
        assertThat(ids(walk(200, DISSUASION_STATE_WITHDRAWN, ""))).hasSize(WITHDRAWN);
    }

    @Test
    void entriesThatOfficersHaveAreFoundWithoutReadingTheOthers() {
        listed(OPEN);
        Dissuasion mine = claim(open().get(OPEN - 1), CHEN);
        withdrawn(WITHDRAWN);

        ListDissuasionResponse claimed = page(OPEN, "", DISSUASION_STATE_CLAIMED, "");

        assertThat(claimed.getEntriesList()).containsExactly(mine);
        assertThat(claimed.getNextPageToken()).isEmpty();
    }

    @Test
    void noReadReadsMoreRowsThanItAnswers() {
        listed(OPEN);
        claim(open().get(0), CHEN);
        withdrawn(WITHDRAWN);
        int max = 51;
        StatementPlans plans = new StatementPlans(pool);
        Function<String, Long> read = sql -> plans.rowsRead(
                "dissuasion", sql, "now()", "'ffffffff-ffff-ffff-ffff-ffffffffffff'", Integer.toString(max));

        assertThat(Map.of(
                        "all", read.apply(DissuasionStore.ALL.sql()),
                        "unclosed", read.apply(DissuasionStore.UNCLOSED.sql()),
                        "claimed", read.apply(DissuasionStore.CLAIMED.sql()),
                        "closed", read.apply(DissuasionStore.CLOSED.sql())))
                .isEqualTo(Map.of("all", 51L, "unclosed", 51L, "claimed", 1L, "closed", 0L));
        assertThat(plans.rowsRead(
                        "dissuasion",
                        DissuasionStore.OF_CASE.sql(),
                        "now()",
                        "'ffffffff-ffff-ffff-ffff-ffffffffffff'",
                        Integer.toString(max),
                        "'" + caseId + "'"))
                .as("rows of a case, each by its account and by its id")
                .isEqualTo(2L * max);
    }

    /** So many open entries on the mule. */
    private void listed(int entries) {
        List<Inflow.Builder> inflows = new ArrayList<>();
        for (int i = 0; i < entries; i++) {
            Account each = account();
            inflows.add(from(each, each.getNumber(), 10, stop));
        }
        stopped(inflows.toArray(Inflow.Builder[]::new));
        screen();
    }

    /** So many newer entries on the mule, whose payers have called. */
    private void withdrawn(int entries) {
        database.execute("""
                INSERT INTO dissuasion (dissuasion_id, institution_code, account_number, account_name, account_kind,
                                        payer_institution_code, payer_number, payer_name, payer_kind, amount_fen, transfers,
                                        first_booked_at, last_booked_at, listed_at)
                SELECT ('ffffffff-0000-7000-8000-' || lpad(to_hex(i), 12, '0'))::uuid, '%s', '%s', '', 'BANK_PERSONAL', '',
                       'CALLED' || i, '', 'BANK_PERSONAL', 1, 1, now(), now(), now()
                FROM generate_series(1, %d) i;
                INSERT INTO reported_transfer (transfer_id, case_id, institution_code, account_number, account_name,
                                               account_kind, serial, payer_number, reported_at)
                SELECT gen_random_uuid(), gen_random_uuid(), '', 'ELSEWHERE', '', 'BANK_PERSONAL', '', 'CALLED' || i, now()
                FROM generate_series(1, %d) i
                """.formatted(mule.getInstitutionCode(), mule.getNumber(), entries, entries));
    }

    /** The entry at that place of the list, from 1. */
    private String newest(int place) {
        return database.rows("SELECT dissuasion_id FROM dissuasion ORDER BY dissuasion_id DESC LIMIT 1 OFFSET "
                        + (place - 1))
                .get(0)
                .get(0);
    }

    private List<ListDissuasionResponse> walk(int pageSize, DissuasionState state, String ofCase) {
        List<ListDissuasionResponse> pages = new ArrayList<>();
        String token = "";
        do {
            ListDissuasionResponse page = page(pageSize, token, state, ofCase);
            pages.add(page);
            token = page.getNextPageToken();
        } while (!token.isEmpty());
        return pages;
    }

    private ListDissuasionResponse page(int pageSize, String token, DissuasionState state, String ofCase) {
        return freeze().dissuasion()
                .listDissuasion(ListDissuasionRequest.newBuilder()
                        .setPageSize(pageSize)
                        .setPageToken(token)
                        .setState(state)
                        .setCaseId(ofCase)
                        .build());
    }

    private static List<String> ids(List<ListDissuasionResponse> pages) {
        return pages.stream()
                .flatMap(page -> page.getEntriesList().stream())
                .map(Dissuasion::getDissuasionId)
                .toList();
    }
}
