package org.stoppayment.freeze.objections;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.stoppayment.freeze.testkit.Refusals.assertInvalid;
import static org.stoppayment.freeze.testkit.Refusals.assertRefused;

import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import org.stoppayment.kit.grpc.CommonWire;
import org.stoppayment.proto.common.v1.Operator;
import org.stoppayment.proto.freeze.v1.AssignObjectionRequest;
import org.stoppayment.proto.freeze.v1.Freeze;
import org.stoppayment.proto.freeze.v1.HoldKind;
import org.stoppayment.proto.freeze.v1.ListObjectionsRequest;
import org.stoppayment.proto.freeze.v1.ListObjectionsResponse;
import org.stoppayment.proto.freeze.v1.Objection;
import org.stoppayment.proto.freeze.v1.ObjectionOutcome;
import org.stoppayment.proto.freeze.v1.ObjectionState;
import org.stoppayment.proto.freeze.v1.Objector;
import org.stoppayment.proto.freeze.v1.OpenObjectionRequest;
import org.stoppayment.proto.freeze.v1.StopOrderState;

@QuarkusTest
class OpeningObjectionsTest extends ObjectionsFixture {

    @Test
    void objectionHasAnOwnerAndSevenDays() {
        Freeze held = heldFreeze();

        Objection opened = open(objection().setEvidenceDigest("AB".repeat(32)));

        assertThat(opened.getState()).isEqualTo(ObjectionState.OBJECTION_STATE_OPEN);
        assertThat(opened.getCaseId()).isEqualTo(held.getCaseId());
        assertThat(opened.getHoldKind()).isEqualTo(HoldKind.HOLD_KIND_FREEZE);
        assertThat(opened.getHoldApplicationId()).isEqualTo(held.getApplicationId());
        assertThat(opened.getOwner()).isEqualTo(OWNER);
        assertThat(opened.getOperator()).isEqualTo(OFFICER);
        assertThat(opened.getEvidenceDigest()).isEqualTo("ab".repeat(32));
        assertThat(Duration.between(CommonWire.instant(opened.getOpenedAt()), CommonWire.instant(opened.getDueAt())))
                .isEqualTo(Duration.ofDays(7));
        assertThat(shown(opened).getObjector().getName()).isEqualTo(HOLDER);
    }

    @Test
    void requestThatIsSentAgainOpensNoSecondObjection() {
        stoppedCase();
        OpenObjectionRequest.Builder request = objection();

        Objection first = open(request);

        assertThat(open(request).getObjectionId()).isEqualTo(first.getObjectionId());
        assertRefused("REQUEST_ID_REUSED", () -> open(request.clone().setStatement("别的理由")));
        assertThat(count()).isEqualTo(1);
    }

    @Test
    void requestThatIsSentAgainAfterTheReleaseAnswersTheSame() {
        String caseId = stoppedCase();
        OpenObjectionRequest.Builder request = objection();
        Objection first = open(request);
        release(caseId);

        assertThat(open(request).getObjectionId()).isEqualTo(first.getObjectionId());
    }

    @Test
    void secondObjectionToAHoldIsRefusedUntilTheFirstIsClosed() {
        stoppedCase();
        Objection first = open(objection());

        assertThatThrownBy(() -> open(objection()))
                .isInstanceOf(StatusRuntimeException.class)
                .hasMessageContaining(first.getObjectionId());
        assertRefused("OBJECTION_OPEN", () -> open(objection()));

        decide(decisionOf(first, ObjectionOutcome.OBJECTION_OUTCOME_REJECTED));
        assertThat(open(objection()).getObjectionId()).isNotEqualTo(first.getObjectionId());
    }

    @Test
    void ofTwoObjectionsAtTheSameMomentOneIsTaken() {
        stoppedCase();
        Callable<Status.Code> opening = () -> {
            try {
                open(objection());
                return Status.Code.OK;
            } catch (StatusRuntimeException refused) {
                return refused.getStatus().getCode();
            }
        };

        assertThat(atOnce(4, opening))
                .containsOnly(Status.Code.OK, Status.Code.FAILED_PRECONDITION)
                .containsOnlyOnce(Status.Code.OK);
        assertThat(count()).isEqualTo(1);
    }

    @Test
    void objectionToAnAccountThatNothingHoldsIsRefused() {
        assertRefused("NOT_HELD", () -> open(objection()));
    }

    @Test
    void objectionAfterTheReleaseIsRefused() {
        release(stoppedCase());

        assertRefused("NOT_HELD", () -> open(objection()));
    }

    @Test
    void objectionByNobodyIsRefusedWithEveryFieldThatIsWrong() {
        assertInvalid(
                () -> freeze().objections().openObjection(OpenObjectionRequest.getDefaultInstance()),
                "requestId",
                "institutionCode",
                "accountNumber",
                "objector.name",
                "objector.phone",
                "objector.relation",
                "grounds",
                "statement",
                "owner.organisation",
                "owner.badgeNumber",
                "operator.organisation",
                "operator.badgeNumber");
        assertInvalid(
                () -> open(objection()
                        .setObjector(Objector.getDefaultInstance())
                        .setStatement("x".repeat(2001))
                        .setEvidenceDigest("1234")
                        .setCaseId("7")),
                "objector.name",
                "objector.phone",
                "objector.relation",
                "statement",
                "evidenceDigest",
                "caseId");
    }

    @Test
    void caseMustBeNamedWhenSeveralHoldTheAccount() {
        String first = stoppedCase();
        String second = stoppedCase();

        assertRefused("CASE_REQUIRED", () -> open(objection()));
        assertThatThrownBy(() -> open(objection())).hasMessageContaining(first).hasMessageContaining(second);
        assertThat(open(objection().setCaseId(second)).getCaseId()).isEqualTo(second);
        assertThat(open(objection().setCaseId(first)).getCaseId()).isEqualTo(first);
        assertRefused("NOT_HELD", () -> open(objection().setCaseId(newCase())));
    }

    @Test
    void objectionIsGivenToAnotherOfficerUntilItIsDecided() {
        stoppedCase();
        Objection opened = open(objection());
        Operator next = OWNER.toBuilder().setBadgeNumber("066666").build();

        Objection assigned =
                freeze().objections().assignObjection(assignment(opened, next)).getObjection();

        assertThat(assigned.getOwner()).isEqualTo(next);
        decide(decisionOf(opened, ObjectionOutcome.OBJECTION_OUTCOME_REJECTED));
        assertRefused("ALREADY_DECIDED", () -> freeze().objections().assignObjection(assignment(opened, OWNER)));
        assertInvalid(
                () -> freeze().objections()
                        .assignObjection(AssignObjectionRequest.newBuilder()
                                .setObjectionId(opened.getObjectionId())
                                .setOperator(OFFICER)
                                .build()),
                "owner.organisation",
                "owner.badgeNumber");
    }

    @Test
    void objectionsAreListedByCaseOwnerAndStateAPageAtATime() {
        heldFreeze();
        Objection first = open(objection());
        var other = account();
        order(freezeOf(filedCase(other), other), org.stoppayment.proto.freeze.v1.FreezeState.FREEZE_STATE_IN_EFFECT);
        Objection second = open(objectionTo(other).setOwner(OFFICER));

        assertThat(ids(ListObjectionsRequest.newBuilder()))
                .containsExactly(first.getObjectionId(), second.getObjectionId());
        assertThat(ids(ListObjectionsRequest.newBuilder().setCaseId(second.getCaseId())))
                .containsExactly(second.getObjectionId());
        assertThat(ids(ListObjectionsRequest.newBuilder().setOwnerOrganisation(OWNER.getOrganisation())))
                .containsExactly(first.getObjectionId());
        assertThat(ids(ListObjectionsRequest.newBuilder().setOverdue(true))).isEmpty();
        assertThat(ids(ListObjectionsRequest.newBuilder().addStates(ObjectionState.OBJECTION_STATE_DECIDED)))
                .isEmpty();
        ListObjectionsResponse page = freeze().objections()
                .listObjections(
                        ListObjectionsRequest.newBuilder().setPageSize(1).build());
        assertThat(ids(ListObjectionsRequest.newBuilder().setPageToken(page.getNextPageToken())))
                .containsExactly(second.getObjectionId());
        assertInvalid(
                () -> ids(ListObjectionsRequest.newBuilder()
                        .setPageSize(201)
                        .setPageToken("x")
                        .setCaseId("y")),
                "pageSize",
                "pageToken",
                "caseId");
    }

    private List<String> ids(ListObjectionsRequest.Builder request) {
        return freeze().objections().listObjections(request.build()).getObjectionsList().stream()
                .map(Objection::getObjectionId)
                .toList();
    }

    private static AssignObjectionRequest assignment(Objection objection, Operator owner) {
        return AssignObjectionRequest.newBuilder()
                .setObjectionId(objection.getObjectionId())
                .setOwner(owner)
                .setOperator(OFFICER)
                .build();
    }

    private void release(String caseId) {
        liftStop(stopOf(caseId).getApplicationId(), caseId);
        awaitOrder(caseId, account, StopOrderState.STOP_ORDER_STATE_LIFTED);
    }

    private long count() {
        return database.number("SELECT count(*) FROM objection");
    }
}
