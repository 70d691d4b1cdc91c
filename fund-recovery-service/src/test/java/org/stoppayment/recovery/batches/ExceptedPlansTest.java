package org.stoppayment.recovery.batches;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.stoppayment.kit.testing.FreshIds;
import org.stoppayment.kit.testing.ProxiedPostgresResource;
import org.stoppayment.proto.recovery.v1.BatchCriteria;
import org.stoppayment.proto.recovery.v1.LeftOutReason;
import org.stoppayment.proto.recovery.v1.PreviewRefundBatchResponse;
import org.stoppayment.proto.recovery.v1.RefundBatch;
import org.stoppayment.proto.recovery.v1.SelectedPlan;
import org.stoppayment.recovery.shared.domain.AccountRef;
import org.stoppayment.recovery.testkit.PayingInstitutionsResource;

/** An officer leaves plans out of a batch by name. */
@QuarkusTest
@QuarkusTestResource(ProxiedPostgresResource.class)
@QuarkusTestResource(PayingInstitutionsResource.class)
class ExceptedPlansTest extends BatchFixture {

    @Test
    void planThatIsExceptedIsLeftOutWithThatReasonAndTheBatchShowsIt() {
        List<UUID> cases = payable(3);
        String plan = draftOf(cases.get(1)).getPlanId();
        BatchCriteria criteria =
                ofTheDesk().addExceptPlanIds(plan.toUpperCase(Locale.ROOT)).build();

        PreviewRefundBatchResponse preview = preview(criteria.toBuilder());
        RefundBatch batch = batches.createRefundBatch(creation(FreshIds.next(), preview.getDigest()).toBuilder()
                        .setCriteria(criteria)
                        .build())
                .getBatch();

        assertThat(preview.getPlansList())
                .extracting(chosen -> chosen.getPlan().getPlanId())
                .doesNotContain(plan)
                .hasSize(2);
        assertThat(preview.getLeftOutList()).singleElement().satisfies(left -> {
            assertThat(left.getPlan().getPlanId()).isEqualTo(plan);
            assertThat(left.getReason()).isEqualTo(LeftOutReason.LEFT_OUT_REASON_EXCEPTED);
        });
        assertThat(lines(batch)).hasSize(2).noneMatch(line -> line.getPlanId().equals(plan));
        assertThat(stored(batch).getCriteria().getExceptPlanIdsList()).containsExactly(plan);
        assertThat(preview(ofTheDesk()).getPlansList())
                .extracting(chosen -> chosen.getPlan().getPlanId())
                .containsExactly(plan);
    }

    @Test
    void ofPlansThatPayTheSameVictimTheOtherIsChosenWhenOneIsExcepted() {
        UUID victim = frozen(100, NOON);
        AccountRef.Key another =
                new AccountRef.Key("102100099996", FreshIds.next().toString());
        facts.paid(victim, another, 300, NOON.plusSeconds(60));
        facts.balance(another, 300, NOON.plusSeconds(600));
        facts.hold(victim, another, "FREEZE", 300, NOON.plusSeconds(1000));
        work();
        SelectedPlan chosen = preview(ofTheDesk()).getPlans(0);
        String other = preview(ofTheDesk()).getLeftOut(0).getPlan().getPlanId();

        PreviewRefundBatchResponse preview =
                preview(ofTheDesk().addExceptPlanIds(chosen.getPlan().getPlanId()));

        assertThat(preview.getPlansList())
                .singleElement()
                .satisfies(plan -> assertThat(plan.getPlan().getPlanId()).isEqualTo(other));
    }

    @Test
    void wrongIdsAreRefusedSoThatNoPlanStaysInABatchByMistake() {
        payable(1);
        String unknown = FreshIds.next().toString();

        assertRefused("NOT_CHOSEN", () -> preview(ofTheDesk().addExceptPlanIds(unknown)));
        assertRefused(unknown, () -> preview(ofTheDesk().addExceptPlanIds(unknown)));
        assertRefused("criteria.exceptPlanIds", () -> preview(ofTheDesk().addExceptPlanIds("x")));
        assertRefused(
                "at most 100",
                () -> preview(ofTheDesk()
                        .addAllExceptPlanIds(Collections.nCopies(101, unknown).stream()
                                .map(same -> FreshIds.next().toString())
                                .toList())));
    }
}
