package org.stoppayment.freeze.objections;

import static org.awaitility.Awaitility.await;

import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.stoppayment.freeze.objections.application.AdvancingObjections;
import org.stoppayment.freeze.testkit.HoldsFixture;
import org.stoppayment.freeze.testkit.Report;
import org.stoppayment.proto.common.v1.Account;
import org.stoppayment.proto.common.v1.Operator;
import org.stoppayment.proto.freeze.v1.DecideObjectionRequest;
import org.stoppayment.proto.freeze.v1.Freeze;
import org.stoppayment.proto.freeze.v1.FreezeState;
import org.stoppayment.proto.freeze.v1.GetObjectionRequest;
import org.stoppayment.proto.freeze.v1.LiftStopRequest;
import org.stoppayment.proto.freeze.v1.Objection;
import org.stoppayment.proto.freeze.v1.ObjectionGrounds;
import org.stoppayment.proto.freeze.v1.ObjectionOutcome;
import org.stoppayment.proto.freeze.v1.ObjectionState;
import org.stoppayment.proto.freeze.v1.Objector;
import org.stoppayment.proto.freeze.v1.ObjectorRelation;
import org.stoppayment.proto.freeze.v1.OpenObjectionRequest;

/** Held accounts whose holders object. */
public abstract class ObjectionsFixture extends HoldsFixture {

    protected static final String HOLDER = "钱某某";
    protected static final Operator OWNER = Operator.newBuilder()
            .setOrganisation("上海市公安局法制支队")
            .setBadgeNumber("055555")
            .build();

    @Inject
    protected AdvancingObjections advancingObjections;

    protected Freeze heldFreeze() {
        return order(freezeOf(filedCase()), FreezeState.FREEZE_STATE_IN_EFFECT);
    }

    protected OpenObjectionRequest.Builder objection() {
        return objectionTo(account);
    }

    protected static OpenObjectionRequest.Builder objectionTo(Account held) {
        return OpenObjectionRequest.newBuilder()
                .setRequestId(Report.newCase())
                .setInstitutionCode(held.getInstitutionCode())
                .setAccountNumber(held.getNumber())
                .setObjector(Objector.newBuilder()
                        .setName(HOLDER)
                        .setRelation(ObjectorRelation.OBJECTOR_RELATION_HOLDER)
                        .setPhone("13900000000"))
                .setGrounds(ObjectionGrounds.OBJECTION_GROUNDS_GOODS_DELIVERED)
                .setStatement("货物已经发出。\n有快递单。")
                .setOwner(OWNER)
                .setOperator(OFFICER);
    }

    protected Objection open(OpenObjectionRequest.Builder request) {
        return freeze().objections().openObjection(request.build()).getObjection();
    }

    protected static DecideObjectionRequest.Builder decisionOf(Objection objection, ObjectionOutcome outcome) {
        return DecideObjectionRequest.newBuilder()
                .setObjectionId(objection.getObjectionId())
                .setOutcome(outcome)
                .setReason("查明情况属实")
                .setOperator(OWNER);
    }

    /** A decision with its document and its approval. */
    protected static DecideObjectionRequest.Builder approvedDecisionOf(Objection objection, ObjectionOutcome outcome) {
        return decisionOf(objection, outcome).setDocumentDigest(DIGEST).setApprover(COUNTY_CHIEF);
    }

    protected Objection decide(DecideObjectionRequest.Builder request) {
        return freeze().objections().decideObjection(request.build()).getObjection();
    }

    protected Objection shown(Objection objection) {
        return freeze().objections()
                .getObjection(GetObjectionRequest.newBuilder()
                        .setObjectionId(objection.getObjectionId())
                        .build())
                .getObjection();
    }

    /** One look for due objections. */
    protected void advanceObjections() {
        awaitQuiet();
        advancingObjections.advance().await().atMost(PATIENCE);
    }

    protected void advanceObjectionsAt(Instant moment) {
        time.jump(Duration.between(time.instant(), moment));
        advanceObjections();
    }

    /** Looks again and again, as the timer does, until the objection has come to {@code state}. */
    protected Objection awaitState(Objection objection, ObjectionState state) {
        return await().atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(15))
                .until(() -> lookAgain(objection), shown -> shown.getState() == state);
    }

    private Objection lookAgain(Objection objection) {
        time.jump(Duration.ofSeconds(6));
        advanceObjections();
        return shown(objection);
    }

    protected void liftStop(String applicationId, String caseId) {
        freeze().officer()
                .liftStop(LiftStopRequest.newBuilder()
                        .setApplicationId(applicationId)
                        .setCaseId(caseId)
                        .setReason("查明与案件无关")
                        .setReference("函 7")
                        .setOperator(OFFICER)
                        .build());
    }

    /** Kind, occurrence and detail of the alerts about {@code subject}. */
    protected List<String> alertsAbout(String subject) {
        return database
                .rows(
                        "SELECT kind || ' ' || occurrence || ' ' || detail FROM alert WHERE application_id = CAST(? AS uuid)"
                                + " ORDER BY kind, occurrence",
                        subject)
                .stream()
                .map(row -> row.get(0))
                .toList();
    }
}
