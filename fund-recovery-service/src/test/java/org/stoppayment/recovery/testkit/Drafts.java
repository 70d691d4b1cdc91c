package org.stoppayment.recovery.testkit;

import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.UUID;
import java.util.function.Supplier;
import org.stoppayment.kit.postgres.Contexts;
import org.stoppayment.proto.recovery.v1.GetRefundPlanRequest;
import org.stoppayment.proto.recovery.v1.ListRefundPlansRequest;
import org.stoppayment.proto.recovery.v1.RefundPlan;
import org.stoppayment.proto.recovery.v1.RefundPlanSummary;
import org.stoppayment.proto.recovery.v1.RefundServiceGrpc;
import org.stoppayment.recovery.attribution.application.AttributingMoney;
import org.stoppayment.recovery.plans.application.DraftingPlans;

/** Does the due work by hand, and finds the drafts that it makes. */
@ApplicationScoped
public class Drafts {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final AttributingMoney attributing;
    private final DraftingPlans drafting;
    private final Vertx vertx;

    Drafts(AttributingMoney attributing, DraftingPlans drafting, Vertx vertx) {
        this.attributing = attributing;
        this.drafting = drafting;
        this.vertx = vertx;
    }

    /** Computes shares and drafts plans, until nothing is due. */
    public void make() {
        await(attributing::computeDue);
        await(drafting::draftDue);
    }

    /** The latest draft for a case, in short. */
    public RefundPlanSummary summary(RecoveryClient client, UUID caseId) {
        return RefundServiceGrpc.newBlockingStub(client.channel())
                .listRefundPlans(ListRefundPlansRequest.newBuilder()
                        .setCaseId(caseId.toString())
                        .build())
                .getPlans(0);
    }

    /** The latest draft for a case. */
    public RefundPlan draft(RecoveryClient client, UUID caseId) {
        return plan(client, summary(client, caseId).getPlanId());
    }

    /** A plan. */
    public RefundPlan plan(RecoveryClient client, String planId) {
        return RefundServiceGrpc.newBlockingStub(client.channel())
                .getRefundPlan(
                        GetRefundPlanRequest.newBuilder().setPlanId(planId).build())
                .getPlan();
    }

    private void await(Supplier<Uni<? extends Void>> work) {
        Contexts.<Void>onNewContext(vertx, work).await().atMost(PATIENCE);
    }
}
