package org.stoppayment.freeze.attention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.stoppayment.proto.freeze.v1.AttentionReason.ATTENTION_REASON_DECLINED;
import static org.stoppayment.proto.freeze.v1.AttentionReason.ATTENTION_REASON_UNKNOWN;

import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.stoppayment.freeze.testkit.AttentionFixture;
import org.stoppayment.freeze.testkit.Report;
import org.stoppayment.proto.freeze.v1.AttentionItem;
import org.stoppayment.proto.freeze.v1.AttentionSummary;
import org.stoppayment.proto.freeze.v1.CaseAttention;
import org.stoppayment.proto.freeze.v1.CaseFunds;
import org.stoppayment.proto.freeze.v1.ListAttentionRequest;
import org.stoppayment.proto.freeze.v1.ListAttentionResponse;
import org.stoppayment.proto.freeze.v1.SummarizeAttentionRequest;

/** Pages of what needs attention: first where most money has been at risk for longest. */
@QuarkusTest
class AttentionPagesTest extends AttentionFixture {

    @BeforeEach
    void stand() {
        time.stand();
    }

    private void declined(String ofCase, long fen) {
        declined(ofCase, account(), fen);
    }

    private ListAttentionResponse page(int size, String token) {
        return freeze().attention()
                .listAttention(ListAttentionRequest.newBuilder()
                        .setPageSize(size)
                        .setPageToken(token)
                        .build());
    }

    private static List<Long> sums(List<AttentionItem> items) {
        return items.stream().map(AttentionItem::getAtRiskFen).toList();
    }

    @Test
    void itemsAreSortedByMoneyTimesAge() {
        declined(caseId, 1_000);
        time.jump(Duration.ofMinutes(9));
        declined(newCase(), 9_000);
        time.jump(Duration.ofMinutes(1)); // 1,000 for 10 minutes, 9,000 for one
        assertThat(sums(open())).containsExactly(1_000L, 9_000L);

        time.jump(Duration.ofMinutes(1)); // 11, and twice 9
        assertThat(sums(open())).containsExactly(9_000L, 1_000L);
    }

    @Test
    void summaryOfSomeCasesIsWhatTheirViewsSayAndLeavesOutTheOthers() {
        String other = newCase();
        String held = newCase();
        declined(caseId, 1_000);
        declined(caseId, 2_000_000);
        declined(other, 3_000);
        freeze().deliver(Report.of(held).paid(account(), 100));
        declined(newCase(), 4_000);
        awaitQuiet();
        bookAll();

        assertThat(summaries(caseId, other, held, newCase(), caseId))
                .hasSize(2)
                .containsEntry(caseId, freeze().progress(caseId).getAttentionReasonsList())
                .containsEntry(other, freeze().progress(other).getAttentionReasonsList());
        assertThatThrownBy(this::summaries).hasMessageContaining("caseIds: value: 0 cases (expected: 1..200)");
        assertThatThrownBy(() -> summaries(caseId, "x")).hasMessageContaining("caseIds[1]: value: 1 characters");
    }

    @Test
    void summaryOfSomeCasesHasTheirMoney() {
        String held = newCase();
        declined(caseId, 2_000_000);
        freeze().deliver(Report.of(held).paid(account(), 100));
        awaitQuiet();

        List<CaseFunds> funds = freeze().attention()
                .summarizeAttention(SummarizeAttentionRequest.newBuilder()
                        .addAllCaseIds(List.of(caseId, held, newCase()))
                        .build())
                .getFundsList();

        assertThat(funds).hasSize(2).allSatisfy(each -> {
            var progress = freeze().progress(each.getCaseId());
            assertThat(each.getHeldFen()).isEqualTo(progress.getTaintedHeldFen());
            assertThat(each.getAtRiskFen()).isEqualTo(progress.getUnknownFen());
        });
        assertThat(funds).extracting(CaseFunds::getAtRiskFen).contains(2_000_000L);
    }

    private Map<String, List<CaseAttention>> summaries(String... caseIds) {
        return freeze()
                .attention()
                .summarizeAttention(SummarizeAttentionRequest.newBuilder()
                        .addAllCaseIds(List.of(caseIds))
                        .build())
                .getSummariesList()
                .stream()
                .collect(Collectors.toMap(AttentionSummary::getCaseId, AttentionSummary::getReasonsList));
    }

    @Test
    void pagesDoNotShiftWhileTimePassesAndItemsComeAndGo() {
        declined(caseId, 1_000);
        declined(newCase(), 1_001);
        time.jump(Duration.ofMinutes(9));
        for (long fen = 9_000; fen < 9_003; fen++) {
            declined(newCase(), fen);
        }
        time.jump(Duration.ofMinutes(1));
        List<Long> all = sums(page(200, "").getItemsList());
        assertThat(all).containsExactly(1_001L, 1_000L, 9_002L, 9_001L, 9_000L);

        ListAttentionResponse page = page(2, "");
        List<Long> read = new ArrayList<>(sums(page.getItemsList()));
        time.jump(Duration.ofHours(1)); // now the others would come first
        declined(newCase(), 10_000);
        close(page.getItems(0));
        while (!page.getNextPageToken().isEmpty()) {
            page = page(2, page.getNextPageToken());
            read.addAll(sums(page.getItemsList()));
        }

        assertThat(read).isEqualTo(all);
        time.jump(Duration.ofSeconds(1));
        assertThat(sums(open())).containsExactly(9_002L, 9_001L, 9_000L, 1_000L, 10_000L);
    }

    @Test
    void itemsOfOneWeightAreOnOnePageEach() {
        for (int i = 0; i < 5; i++) {
            declined(newCase(), 2_000);
        }

        List<AttentionItem> read = new ArrayList<>();
        String token = "";
        do {
            ListAttentionResponse page = page(2, token);
            read.addAll(page.getItemsList());
            token = page.getNextPageToken();
        } while (!token.isEmpty());

        assertThat(read).hasSize(5).doesNotHaveDuplicates();
    }

    @Test
    void listIsFilteredByReasonAndByCase() {
        String other = newCase();
        declined(caseId, 1_000);
        declined(caseId, 20_000);
        declined(other, 30_000);
        book();
        awaitQuiet();
        time.jump(Duration.ofMinutes(1));

        assertThat(sums(filtered(ListAttentionRequest.newBuilder().setReason(ATTENTION_REASON_UNKNOWN))))
                .containsExactly(30_000L, 20_000L);
        assertThat(sums(filtered(ListAttentionRequest.newBuilder().setCaseId(caseId))))
                .containsExactly(20_000L, 20_000L, 1_000L);
        assertThat(sums(filtered(ListAttentionRequest.newBuilder()
                        .setCaseId(other)
                        .setReason(ATTENTION_REASON_DECLINED)
                        .setPageSize(1))))
                .containsExactly(30_000L);
        assertThat(filtered(ListAttentionRequest.newBuilder().setCaseId(newCase())))
                .isEmpty();
    }

    private List<AttentionItem> filtered(ListAttentionRequest.Builder request) {
        return freeze().attention().listAttention(request.build()).getItemsList();
    }

    @Test
    void whatIsNoPageIsRefusedWithAllThatIsWrong() {
        for (String token : List.of("nonsense", "bm9uc2Vuc2U", "x".repeat(2000))) {
            assertThatThrownBy(() -> freeze().attention()
                            .listAttention(ListAttentionRequest.newBuilder()
                                    .setPageSize(201)
                                    .setPageToken(token)
                                    .setCaseId("c")
                                    .build()))
                    .hasMessageContainingAll("INVALID_ARGUMENT", "pageSize", "and 2 more");
        }
        assertThatThrownBy(() -> freeze().attention()
                        .listAttention(ListAttentionRequest.newBuilder()
                                .setReasonValue(99)
                                .build()))
                .hasMessageContainingAll("INVALID_ARGUMENT", "reason");
    }
}
