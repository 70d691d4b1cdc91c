package org.stoppayment.recovery.batches;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.stoppayment.kit.testing.FreshIds;
import org.stoppayment.kit.testing.ProxiedPostgresResource;
import org.stoppayment.proto.recovery.v1.ListRefundBatchLinesRequest;
import org.stoppayment.proto.recovery.v1.ListRefundBatchLinesResponse;
import org.stoppayment.proto.recovery.v1.ListRefundBatchPayoutsRequest;
import org.stoppayment.proto.recovery.v1.ListRefundBatchPayoutsResponse;
import org.stoppayment.proto.recovery.v1.ListRefundBatchesRequest;
import org.stoppayment.proto.recovery.v1.ListRefundBatchesResponse;
import org.stoppayment.proto.recovery.v1.RefundBatch;
import org.stoppayment.proto.recovery.v1.RefundBatchLine;
import org.stoppayment.proto.recovery.v1.RefundBatchPayout;
import org.stoppayment.recovery.shared.domain.AccountRef;
import org.stoppayment.recovery.testkit.PayingInstitutionsResource;

/** Lists of batches, of their plans and of their payouts come in pages, each row once. */
@QuarkusTest
@QuarkusTestResource(ProxiedPostgresResource.class)
@QuarkusTestResource(PayingInstitutionsResource.class)
class BatchPagesTest extends BatchFixture {

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void batchesAreListedByTheMomentTheyWereMadeWhateverTheirIds(boolean onlyOpen) {
        List<UUID> made = new ArrayList<>();
        for (long first : new long[] {7, 9, 1, 4}) {
            payable(1);
            UUID id = new UUID(first << 60 | 0x4000, FreshIds.next().getLeastSignificantBits());
            batches.createRefundBatch(creation(id, preview(ofTheDesk()).getDigest()));
            made.add(0, id);
        }

        List<String> listed = pages(token -> batches.listRefundBatches(ListRefundBatchesRequest.newBuilder()
                        .setOnlyOpen(onlyOpen)
                        .setPageSize(1)
                        .setPageToken(token)
                        .build()))
                .map(ListRefundBatchesResponse::getBatchesList, ListRefundBatchesResponse::getNextPageToken, 1)
                .stream()
                .map(RefundBatch::getBatchId)
                .toList();

        assertThat(listed).doesNotHaveDuplicates();
        assertThat(listed.subList(0, 4))
                .containsExactlyElementsOf(made.stream().map(UUID::toString).toList());
    }

    @Test
    void plansOfABatchComeInPages() {
        payable(5);
        RefundBatch batch = create();

        List<RefundBatchLine> lines = pages(
                        token -> batches.listRefundBatchLines(ListRefundBatchLinesRequest.newBuilder()
                                .setBatchId(batch.getBatchId())
                                .setPageSize(2)
                                .setPageToken(token)
                                .build()))
                .map(ListRefundBatchLinesResponse::getLinesList, ListRefundBatchLinesResponse::getNextPageToken, 2);

        assertThat(lines).extracting(RefundBatchLine::getNumber).containsExactly(1, 2, 3, 4, 5);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 5, 200})
    void pageOfPayoutsHasNoMoreRowsThanAskedForHoweverManyAPlanPays(int size) {
        frozenOf(4);
        payable(1);
        frozenOf(3);
        work();
        RefundBatch batch = create();

        List<RefundBatchPayout> payouts = pages(
                        token -> batches.listRefundBatchPayouts(ListRefundBatchPayoutsRequest.newBuilder()
                                .setBatchId(batch.getBatchId())
                                .setPageSize(size)
                                .setPageToken(token)
                                .build()))
                .map(
                        ListRefundBatchPayoutsResponse::getPayoutsList,
                        ListRefundBatchPayoutsResponse::getNextPageToken,
                        size);

        assertThat(payouts).hasSize(8);
        assertThat(payouts).extracting(payout -> payout.getLine().getNumber()).isSorted();
        assertThat(payouts).extracting(RefundBatchPayout::getCaseId).doesNotHaveDuplicates();
        assertThat(payouts.stream().mapToLong(RefundBatchPayout::getAmountFen).sum())
                .isEqualTo(batch.getPayFen());
    }

    @Test
    void tokensOfNoPageAreRefused() {
        payable(1);
        RefundBatch batch = create();

        for (String token : List.of("x", "1", "1.", "-1.1", "1.1.1", "1.9999999")) {
            assertRefused(
                    "pageToken",
                    () -> batches.listRefundBatchPayouts(ListRefundBatchPayoutsRequest.newBuilder()
                            .setBatchId(batch.getBatchId())
                            .setPageToken(token)
                            .build()));
        }
        for (String token : List.of("x", FreshIds.next().toString())) {
            assertRefused(
                    "pageToken",
                    () -> batches.listRefundBatches(ListRefundBatchesRequest.newBuilder()
                            .setPageToken(token)
                            .build()));
        }
    }

    /** An account with the money of several victims, who are paid directly: all that came is there. */
    private void frozenOf(int victims) {
        AccountRef.Key account =
                new AccountRef.Key("102100099996", FreshIds.next().toString());
        UUID caseId = FreshIds.next();
        for (int i = 0; i < victims; i++) {
            caseId = FreshIds.next();
            Instant at = NOON.plus(Duration.ofSeconds(i));
            facts.paid(caseId, account, 100, at);
            facts.filed(caseId, "张三", NOON.plusSeconds(900));
            facts.reported(caseId, station, NOON);
            verify(caseId);
        }
        facts.balance(account, victims * 100L, NOON.plusSeconds(600));
        facts.hold(caseId, account, "FREEZE", victims * 100L, NOON.plusSeconds(1000));
    }

    private static <A> Pages<A> pages(Function<String, A> read) {
        return new Pages<>(read);
    }

    /** Reads a list page by page. */
    private record Pages<A>(Function<String, A> read) {

        <R> List<R> map(Function<A, List<R>> rows, Function<A, String> next, int size) {
            List<R> all = new ArrayList<>();
            String token = "";
            do {
                A page = read.apply(token);
                assertThat(rows.apply(page)).hasSizeLessThanOrEqualTo(size).isNotEmpty();
                all.addAll(rows.apply(page));
                token = next.apply(page);
            } while (!token.isEmpty());
            return all;
        }
    }
}
