package org.stoppayment.recovery.batches;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.stoppayment.kit.testing.FreshIds;
import org.stoppayment.kit.testing.ProxiedPostgresResource;
import org.stoppayment.proto.recovery.v1.ApprovalServiceGrpc;
import org.stoppayment.proto.recovery.v1.BatchCriteria;
import org.stoppayment.proto.recovery.v1.BatchPlanStage;
import org.stoppayment.proto.recovery.v1.LeftOutPlan;
import org.stoppayment.proto.recovery.v1.LeftOutReason;
import org.stoppayment.proto.recovery.v1.ListRefundBatchesRequest;
import org.stoppayment.proto.recovery.v1.PreviewRefundBatchResponse;
import org.stoppayment.proto.recovery.v1.RefundBatch;
import org.stoppayment.proto.recovery.v1.RefundBatchState;
import org.stoppayment.proto.recovery.v1.RefundBlocker;
import org.stoppayment.proto.recovery.v1.RefundPlan;
import org.stoppayment.proto.recovery.v1.SelectedPlan;
import org.stoppayment.proto.recovery.v1.SubmitRefundPlanRequest;
import org.stoppayment.recovery.shared.domain.AccountRef;
import org.stoppayment.recovery.testkit.Books;
import org.stoppayment.recovery.testkit.PayingInstitutionsResource;

/** Which plans a batch has is chosen by criteria, shown first, and fixed. */
@QuarkusTest
@QuarkusTestResource(ProxiedPostgresResource.class)
@QuarkusTestResource(PayingInstitutionsResource.class)
class BatchSelectionTest extends BatchFixture {

    private static final Instant NOW = InstantSource.system().instant();

    @Test
    void plansAreChosenByDeskInstitutionSumAndAge() {
        frozenAt("102100099996", 100_00, NOW.minus(Duration.ofDays(10)).minusSeconds(60));
        frozenAt("102100099996", 200_00, NOW.minus(Duration.ofDays(40)));
        frozenAt("103100000026", 300_00, NOW.minus(Duration.ofDays(40)));
        work();

        assertThat(sums(ofTheDesk())).containsExactlyInAnyOrder(100_00L, 200_00L, 300_00L);
        assertThat(sums(ofTheDesk().setInstitutionCode("103100000026"))).containsExactly(300_00L);
        assertThat(sums(ofTheDesk().setFromFen(200_00))).containsExactlyInAnyOrder(200_00L, 300_00L);
        assertThat(sums(ofTheDesk().setFromFen(100_01).setToFen(200_00))).containsExactly(200_00L);
        assertThat(sums(ofTheDesk().setFromDays(11))).containsExactlyInAnyOrder(200_00L, 300_00L);
        assertThat(sums(ofTheDesk().setFromDays(10).setToDays(10))).containsExactly(100_00L);
        assertThat(sums(ofTheDesk().setToDays(9))).isEmpty();
        assertThat(sums(ofTheDesk().setStation("no such desk"))).isEmpty();
    }

    @Test
    void plansThatCannotBePutIntoABatchAreNamedWithTheReason() throws SQLException {
        UUID inBatch = frozen(100, NOON);
        work();
        RefundBatch other = create();
        UUID submitted = frozen(200, NOON);
        UUID unverified = frozen(300, NOON);
        new Books(link)
                .run("UPDATE victim SET identity_document_digest = NULL, identity_verified_at = NULL,"
                        + " identity_verified_by = NULL WHERE case_id = '" + unverified + "'");
        UUID ready = frozen(400, NOON);
        work();
        submitAlone(submitted);

        PreviewRefundBatchResponse preview = preview(ofTheDesk());

        assertThat(preview.getPlansList())
                .singleElement()
                .satisfies(plan -> assertThat(plan.getPlan().getCaseIds(0)).isEqualTo(ready.toString()));
        assertThat(preview.getPayFen()).isEqualTo(400);
        assertThat(leftOut(preview, inBatch).getReason()).isEqualTo(LeftOutReason.LEFT_OUT_REASON_IN_BATCH);
        assertThat(leftOut(preview, inBatch).getBatchId()).isEqualTo(other.getBatchId());
        assertThat(leftOut(preview, submitted).getReason()).isEqualTo(LeftOutReason.LEFT_OUT_REASON_ALREADY_SUBMITTED);
        assertThat(leftOut(preview, unverified).getReason()).isEqualTo(LeftOutReason.LEFT_OUT_REASON_NOT_READY);
        assertThat(leftOut(preview, unverified).getBlockersList())
                .containsExactly(RefundBlocker.REFUND_BLOCKER_CONDITION_UNMET);
        assertThat(preview(ofTheDesk().setStage(BatchPlanStage.BATCH_PLAN_STAGE_APPROVED))
                        .getLeftOutList())
                .filteredOn(each -> each.getReason() == LeftOutReason.LEFT_OUT_REASON_NOT_APPROVED)
                .hasSize(3);
    }

    @Test
    void ofPlansThatPayTheSameVictimOneIsChosen() {
        UUID victim = frozen(100, NOON);
        AccountRef.Key another =
                new AccountRef.Key("102100099996", FreshIds.next().toString());
        facts.paid(victim, another, 300, NOON.plusSeconds(60));
        facts.balance(another, 300, NOON.plusSeconds(600));
        facts.hold(victim, another, "FREEZE", 300, NOON.plusSeconds(1000));
        work();
        assertThat(standing(victim)).isEqualTo(2);

        PreviewRefundBatchResponse preview = preview(ofTheDesk());

        assertThat(preview.getPlansCount()).isEqualTo(1);
        assertThat(preview.getLeftOutList()).singleElement().satisfies(each -> assertThat(each.getReason())
                .isEqualTo(LeftOutReason.LEFT_OUT_REASON_SHARES_VICTIM));
    }

    @Test
    void planThatIsBeingPaidIsLeftOut() throws SQLException {
        UUID paying = payable(1).get(0);
        new Books(link)
                .run("UPDATE refund_plan SET state = 'PAYING' WHERE plan_id = '"
                        + draftOf(paying).getPlanId() + "'");

        assertThat(leftOut(preview(ofTheDesk()), paying).getReason())
                .isEqualTo(LeftOutReason.LEFT_OUT_REASON_BEING_PAID);
    }

    @Test
    void batchNamesThePlansOfThePreviewInTheirOrder() {
        payable(3);
        PreviewRefundBatchResponse preview = preview(ofTheDesk());

        RefundBatch batch = create(preview.getDigest());

        assertThat(batch.getPlans()).isEqualTo(3);
        assertThat(batch.getPayFen()).isEqualTo(600);
        assertThat(batch.getState()).isEqualTo(RefundBatchState.REFUND_BATCH_STATE_OPEN);
        assertThat(batch.getCriteria().getStation()).isEqualTo(station);
        assertThat(lines(batch))
                .extracting(line -> line.getNumber() + " " + line.getPlanId() + " " + line.getPlanDigest())
                .containsExactlyElementsOf(numbered(preview.getPlansList()));
        assertThat(listed(batch))
                .isEqualTo(stored(batch).toBuilder().clearTotals().build());
    }

    @Test
    void selectionThatChangedSinceThePreviewMakesNoBatch() {
        payable(2);
        String seen = preview(ofTheDesk()).getDigest();
        frozen(700, NOON);
        work();

        assertRefused("SELECTION_CHANGED", () -> create(seen));
        assertThat(new Books(link).number("SELECT count(*) FROM refund_batch WHERE station = '" + station + "'"))
                .isZero();
    }

    @Test
    void sameRequestAnswersTheSameBatchAndAnotherIsRefused() {
        payable(1);
        UUID id = FreshIds.next();
        String digest = preview(ofTheDesk()).getDigest();
        RefundBatch batch = batches.createRefundBatch(creation(id, digest)).getBatch();

        assertThat(batches.createRefundBatch(creation(id, digest)).getBatch()).isEqualTo(batch);
        assertRefused("REQUEST_ID_REUSED", () -> batches.createRefundBatch(creation(id, "b".repeat(64))));
    }

    @Test
    void ofBatchesThatAreMadeAtOnceOneGetsThePlans() {
        payable(2);
        String digest = preview(ofTheDesk()).getDigest();

        List<CompletableFuture<RefundBatch>> calls = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            calls.add(CompletableFuture.supplyAsync(() -> create(digest)));
        }
        int made = 0;
        for (CompletableFuture<RefundBatch> call : calls) {
            try {
                call.join();
                made++;
            } catch (CompletionException refused) {
                assertThat(refused.getCause()).hasMessageContaining("expected");
            }
        }

        assertThat(made).isEqualTo(1);
        assertThat(new Books(link).number("SELECT count(*) FROM refund_batch WHERE station = '" + station + "'"))
                .isEqualTo(1);
    }

    @Test
    void batchWithoutPlansIsRefused() {
        assertRefused("NO_PLANS", () -> create(DIGEST));
    }

    @Test
    void whichPlansABatchHasNeverChanges() {
        payable(1);
        RefundBatch batch = create();

        for (String change : List.of(
                "UPDATE refund_batch_plan SET plan_digest = '" + DIGEST + "' WHERE batch_id = '" + batch.getBatchId()
                        + "'",
                "UPDATE refund_batch SET digest = '" + DIGEST + "' WHERE batch_id = '" + batch.getBatchId() + "'",
                "DELETE FROM refund_batch_plan WHERE batch_id = '" + batch.getBatchId() + "'")) {
            assertThatThrownBy(() -> new Books(link).run(change)).as(change).hasMessageContaining("never changes");
        }
    }

    /** What is wrong with criteria, and the field that the error names. */
    enum Wrong {
        STATION_TOO_LONG("criteria.station", criteria -> criteria.setStation("x".repeat(101))),
        STATION_WITH_CONTROLS("criteria.station", criteria -> criteria.setStation("a\u0007b")),
        CODE_TOO_LONG("criteria.institutionCode", criteria -> criteria.setInstitutionCode("1".repeat(15))),
        NEGATIVE_SUM("criteria.fromFen", criteria -> criteria.setFromFen(-1)),
        SUM_TOO_LARGE("criteria.toFen", criteria -> criteria.setToFen(Long.MAX_VALUE)),
        SUMS_REVERSED("criteria.toFen", criteria -> criteria.setFromFen(2).setToFen(1)),
        NEGATIVE_DAYS("criteria.fromDays", criteria -> criteria.setFromDays(-1)),
        TOO_MANY_DAYS("criteria.toDays", criteria -> criteria.setToDays(Integer.MAX_VALUE)),
        DAYS_REVERSED("criteria.toDays", criteria -> criteria.setFromDays(2).setToDays(1)),
        STAGE_UNKNOWN("criteria.stage", criteria -> criteria.setStageValue(99));

        private final String field;
        private final UnaryOperator<BatchCriteria.Builder> change;

        Wrong(String field, UnaryOperator<BatchCriteria.Builder> change) {
            this.field = field;
            this.change = change;
        }
    }

    @ParameterizedTest
    @EnumSource(Wrong.class)
    void wrongCriteriaAreNamed(Wrong wrong) {
        assertRefused(
                "message: \"" + wrong.field + ": ", () -> preview(wrong.change.apply(BatchCriteria.newBuilder())));
    }

    private List<Long> sums(BatchCriteria.Builder criteria) {
        return preview(criteria).getPlansList().stream()
                .map(plan -> plan.getPlan().getPayFen())
                .toList();
    }

    private static List<String> numbered(List<SelectedPlan> plans) {
        List<String> numbered = new ArrayList<>();
        plans.forEach(plan ->
                numbered.add((numbered.size() + 1) + " " + plan.getPlan().getPlanId() + " " + plan.getPlanDigest()));
        return numbered;
    }

    private RefundBatch listed(RefundBatch batch) {
        return batches
                .listRefundBatches(
                        ListRefundBatchesRequest.newBuilder().setOnlyOpen(true).build())
                .getBatchesList()
                .stream()
                .filter(each -> each.getBatchId().equals(batch.getBatchId()))
                .findFirst()
                .orElseThrow();
    }

    private static LeftOutPlan leftOut(PreviewRefundBatchResponse preview, UUID caseId) {
        return preview.getLeftOutList().stream()
                .filter(each -> each.getPlan().getCaseIdsList().contains(caseId.toString()))
                .findFirst()
                .orElseThrow();
    }

    private void submitAlone(UUID caseId) {
        RefundPlan plan = draftOf(caseId);
        ApprovalServiceGrpc.newBlockingStub(client.channel())
                .submitRefundPlan(SubmitRefundPlanRequest.newBuilder()
                        .setPlanId(plan.getPlanId())
                        .setPlanDigest(plan.getDigest())
                        .setOperator(OFFICER)
                        .build());
    }
}
