package org.stoppayment.recovery.notices;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.grpc.StatusRuntimeException;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.stoppayment.kit.testing.ProxiedPostgresResource;
import org.stoppayment.kit.testing.TcpProxy;
import org.stoppayment.proto.common.v1.Operator;
import org.stoppayment.proto.recovery.v1.DecidePlanObjectionRequest;
import org.stoppayment.proto.recovery.v1.GetReadinessRequest;
import org.stoppayment.proto.recovery.v1.GetReadinessResponse;
import org.stoppayment.proto.recovery.v1.InterestRelation;
import org.stoppayment.proto.recovery.v1.Notice;
import org.stoppayment.proto.recovery.v1.NoticeServiceGrpc;
import org.stoppayment.proto.recovery.v1.NoticeServiceGrpc.NoticeServiceBlockingStub;
import org.stoppayment.proto.recovery.v1.ObjectToPlanRequest;
import org.stoppayment.proto.recovery.v1.PlanObjection;
import org.stoppayment.proto.recovery.v1.PlanObjectionOutcome;
import org.stoppayment.proto.recovery.v1.PublishNoticeRequest;
import org.stoppayment.proto.recovery.v1.RecordProvenLossRequest;
import org.stoppayment.proto.recovery.v1.RefundBlocker;
import org.stoppayment.proto.recovery.v1.VerifyIdentityRequest;
import org.stoppayment.proto.recovery.v1.VictimServiceGrpc;
import org.stoppayment.recovery.shared.domain.AccountRef;
import org.stoppayment.recovery.testkit.Books;
import org.stoppayment.recovery.testkit.Drafts;
import org.stoppayment.recovery.testkit.FactRows;
import org.stoppayment.recovery.testkit.RecoveryClient;

/** A plan that divides money in proportion is published; objections to it block it until they are decided. */
@QuarkusTest
@QuarkusTestResource(ProxiedPostgresResource.class)
class NoticesTest {

    private static final Instant NOON = Instant.parse("2026-03-01T04:00:00Z");
    private static final Operator OFFICER = Operator.newBuilder()
            .setOrganisation("福州市公安局")
            .setBadgeNumber("350100")
            .build();

    TcpProxy link; // injected by the resource

    @Inject
    Drafts drafts;

    private final UUID caseOne = new UUID(1, UUID.randomUUID().getLeastSignificantBits());
    private final UUID caseTwo = new UUID(2, UUID.randomUUID().getLeastSignificantBits());
    private final AccountRef.Key collector =
            new AccountRef.Key("102100099996", UUID.randomUUID().toString());
    private Books books;
    private FactRows facts;
    private RecoveryClient client;
    private NoticeServiceBlockingStub notices;

    @BeforeEach
    void begin() {
        books = new Books(link);
        facts = new FactRows(books);
        client = new RecoveryClient();
        notices = NoticeServiceGrpc.newBlockingStub(client.channel());
    }

    @AfterEach
    void end() {
        client.close();
    }

    @Test
    void planIsBlockedUntilItsNoticeIsOver() throws Exception {
        String planId = mixedPlan();
        assertThat(blockers(planId)).containsExactly(RefundBlocker.REFUND_BLOCKER_NOTICE_NOT_PUBLISHED);

        Notice notice = publish(planId);

        assertThat(notice.getEndsAt().getSeconds() - notice.getBeginsAt().getSeconds())
                .isEqualTo(Duration.ofDays(30).toSeconds());
        assertThat(blockers(planId)).containsExactly(RefundBlocker.REFUND_BLOCKER_NOTICE_RUNNING);
        assertThat(publish(planId)).isEqualTo(notice);

        endNotice(planId);
        assertThat(blockers(planId)).isEmpty();
    }

    @Test
    void noticeNamesNoVictimAndNoAccountInFull() {
        Notice notice = publish(mixedPlan());

        assertThat(notice.getText()).contains("福州市公安局", "公告期", "80.00").doesNotContain("张三", "李四", collector.number());
    }

    @Test
    void openObjectionBlocksAfterTheNoticeUntilItIsDecided() throws Exception {
        String planId = mixedPlan();
        publish(planId);
        PlanObjection objection = object(planId, UUID.randomUUID());
        endNotice(planId);
        assertThat(blockers(planId)).containsExactly(RefundBlocker.REFUND_BLOCKER_OBJECTION_OPEN);

        decide(objection.getObjectionId(), PlanObjectionOutcome.PLAN_OBJECTION_OUTCOME_REJECTED);

        assertThat(blockers(planId)).isEmpty();
    }

    @Test
    void upheldObjectionBlocksThePlan() throws Exception {
        String planId = mixedPlan();
        publish(planId);
        PlanObjection objection = object(planId, UUID.randomUUID());
        endNotice(planId);

        decide(objection.getObjectionId(), PlanObjectionOutcome.PLAN_OBJECTION_OUTCOME_UPHELD);

        assertThat(blockers(planId)).containsExactly(RefundBlocker.REFUND_BLOCKER_OBJECTION_UPHELD);
        assertRefused(
                () -> decide(objection.getObjectionId(), PlanObjectionOutcome.PLAN_OBJECTION_OUTCOME_REJECTED),
                "not decided");
    }

    @Test
    void objectionAfterTheNoticeIsRefused() throws Exception {
        String planId = mixedPlan();
        publish(planId);
        endNotice(planId);

        assertRefused(() -> object(planId, UUID.randomUUID()), "planId: " + planId + " (expected: before ");
    }

    @Test
    void newVictimNeedsNewPlanAndNewNoticeAndOpenObjectionsStay() {
        String before = mixedPlan();
        publish(before);
        object(before, UUID.randomUUID());
        UUID caseThree = new UUID(3, caseOne.getLeastSignificantBits());
        facts.paid(caseThree, collector, 40_00, NOON.plusSeconds(90));
        facts.balance(collector, 120_00, NOON.plusSeconds(601));
        facts.filed(caseThree, "王五", NOON.plusSeconds(900));
        verify(caseThree);
        drafts.make();

        String after = drafts.summary(client, caseOne).getPlanId();
        assertThat(after).isNotEqualTo(before);
        assertThat(blockers(after))
                .containsExactly(
                        RefundBlocker.REFUND_BLOCKER_NOTICE_NOT_PUBLISHED, RefundBlocker.REFUND_BLOCKER_OBJECTION_OPEN);
        assertThat(blockers(before)).contains(RefundBlocker.REFUND_BLOCKER_SUPERSEDED);
        assertRefused(() -> publish(before), after);
    }

    @Test
    void sameObjectionAgainHasNoFurtherEffectAndAnotherIsRefused() {
        String planId = mixedPlan();
        UUID id = UUID.randomUUID();
        PlanObjection first = object(planId, id);

        assertThat(object(planId, id)).isEqualTo(first);
        assertRefused(
                () -> notices.objectToPlan(
                        objection(planId, id).setStatement("something else").build()),
                "an id without another objection");
    }

    @Test
    void moneyThatIsReturnedDirectlyNeedsNoNotice() {
        facts.paid(caseOne, collector, 100_00, NOON);
        facts.balance(collector, 100_00, NOON.plusSeconds(600));
        facts.hold(caseOne, collector, "FREEZE", 100_00, NOON.plusSeconds(300));
        facts.filed(caseOne, "张三", NOON.plusSeconds(900));
        drafts.make();
        verify(caseOne);
        drafts.make();
        String planId = drafts.summary(client, caseOne).getPlanId();

        assertThat(blockers(planId)).isEmpty();
        assertRefused(() -> publish(planId), "in proportion");
    }

    @Test
    void planThatPaysTheSameKeepsNoticeAndDecisions() {
        String before = mixedPlan();
        Notice notice = publish(before);
        PlanObjection objection = object(before, UUID.randomUUID());
        decide(objection.getObjectionId(), PlanObjectionOutcome.PLAN_OBJECTION_OUTCOME_UPHELD);
        facts.balance(collector, 80_00, NOON.plusSeconds(700)); // told again
        drafts.make();

        String after = drafts.summary(client, caseOne).getPlanId();
        assertThat(after).isNotEqualTo(before);
        assertThat(blockers(after))
                .containsExactly(
                        RefundBlocker.REFUND_BLOCKER_NOTICE_RUNNING, RefundBlocker.REFUND_BLOCKER_OBJECTION_UPHELD);
        assertThat(notice.getPlanId()).isEqualTo(before);
    }

    @Test
    void plansThatPayMoreThanTheLossTogetherAreBlocked() {
        AccountRef.Key other =
                new AccountRef.Key("102100099996", UUID.randomUUID().toString());
        for (AccountRef.Key account : List.of(collector, other)) {
            facts.paid(caseOne, account, 45_00, NOON);
            facts.balance(account, 45_00, NOON.plusSeconds(600));
            facts.hold(caseOne, account, "FREEZE", 45_00, NOON.plusSeconds(300));
        }
        facts.filed(caseOne, "张三", NOON.plusSeconds(900));
        drafts.make();
        verify(caseOne);
        VictimServiceGrpc.newBlockingStub(client.channel())
                .recordProvenLoss(RecordProvenLossRequest.newBuilder()
                        .setCaseId(caseOne.toString())
                        .setLossFen(80_00)
                        .setEvidenceDigest("a".repeat(64))
                        .setOperator(OFFICER)
                        .build());
        drafts.make();

        assertThat(blockers(drafts.summary(client, caseOne).getPlanId()))
                .containsExactly(RefundBlocker.REFUND_BLOCKER_LOSS_EXCEEDED);
    }

    @Test
    void badInputNamesEveryField() {
        assertRefused(
                () -> notices.objectToPlan(ObjectToPlanRequest.getDefaultInstance()),
                "objectionId: value: 0 characters (expected: a UUID) and 6 more");
    }

    /** 100 and 50 came in, 70 left in cash: 80 are frozen, and all conditions are met. */
    private String mixedPlan() {
        facts.paid(caseOne, collector, 100_00, NOON);
        facts.paid(caseTwo, collector, 50_00, NOON.plusSeconds(60));
        facts.cash(collector, "S1", 70_00, NOON.plusSeconds(120));
        facts.balance(collector, 80_00, NOON.plusSeconds(600));
        facts.hold(caseOne, collector, "FREEZE", 80_00, NOON.plusSeconds(300));
        facts.filed(caseOne, "张三", NOON.plusSeconds(900));
        facts.filed(caseTwo, "李四", NOON.plusSeconds(900));
        verify(caseOne);
        verify(caseTwo);
        drafts.make();
        return drafts.summary(client, caseOne).getPlanId();
    }

    private void verify(UUID caseId) {
        VictimServiceGrpc.newBlockingStub(client.channel())
                .verifyIdentity(VerifyIdentityRequest.newBuilder()
                        .setCaseId(caseId.toString())
                        .setDocumentDigest("a".repeat(64))
                        .setOperator(OFFICER)
                        .build());
    }

    private Notice publish(String planId) {
        return notices.publishNotice(PublishNoticeRequest.newBuilder()
                        .setPlanId(planId)
                        .setOperator(OFFICER)
                        .build())
                .getNotice();
    }

    /** As if it had been published 40 days ago. */
    private void endNotice(String planId) throws Exception {
        books.run("UPDATE refund_notice SET published_at = published_at - interval '40 days',"
                + " begins_at = begins_at - interval '40 days', ends_at = ends_at - interval '40 days'"
                + " WHERE plan_id = '" + planId + "'");
    }

    private PlanObjection object(String planId, UUID id) {
        return notices.objectToPlan(objection(planId, id).build()).getObjection();
    }

    private static ObjectToPlanRequest.Builder objection(String planId, UUID id) {
        return ObjectToPlanRequest.newBuilder()
                .setObjectionId(id.toString())
                .setPlanId(planId)
                .setObjectorName("赵六")
                .setRelation(InterestRelation.INTEREST_RELATION_INTERESTED_PARTY)
                .setStatement("The money on the account is mine.")
                .setOperator(OFFICER);
    }

    private void decide(String objectionId, PlanObjectionOutcome outcome) {
        notices.decidePlanObjection(DecidePlanObjectionRequest.newBuilder()
                .setObjectionId(objectionId)
                .setOutcome(outcome)
                .setReason("as the bookings show")
                .setOperator(OFFICER)
                .build());
    }

    private List<RefundBlocker> blockers(String planId) {
        GetReadinessResponse readiness = notices.getReadiness(
                GetReadinessRequest.newBuilder().setPlanId(planId).build());
        return readiness.getBlockersList();
    }

    private static void assertRefused(ThrowingCallable call, String... expected) {
        assertThatExceptionOfType(StatusRuntimeException.class)
                .isThrownBy(call)
                .satisfies(refused -> assertThat(refused.toString()).contains(expected));
    }
}
