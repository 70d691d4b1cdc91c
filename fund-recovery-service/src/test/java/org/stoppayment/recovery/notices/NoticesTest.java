package org.stoppayment.recovery.notices;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.stoppayment.kit.testing.FreshIds;
import org.stoppayment.kit.testing.ProxiedPostgresResource;
import org.stoppayment.proto.recovery.v1.Notice;
import org.stoppayment.proto.recovery.v1.RecordProvenLossRequest;
import org.stoppayment.proto.recovery.v1.RefundBlocker;
import org.stoppayment.proto.recovery.v1.VictimServiceGrpc;
import org.stoppayment.recovery.shared.domain.AccountRef;

/** A plan that divides money in proportion is published before it is paid. */
@QuarkusTest
@QuarkusTestResource(ProxiedPostgresResource.class)
class NoticesTest extends NoticeFixture {

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

        assertThat(notice.getText())
                .contains(OFFICER.getOrganisation(), "公告期", "80.00")
                .doesNotContain("张三", "李四", collector.number());
    }

    @Test
    void newVictimNeedsNewPlanAndNewNoticeAndOpenObjectionsStay() {
        String before = mixedPlan();
        publish(before);
        object(before, FreshIds.next());
        UUID caseThree = new UUID(3, caseOne.getLeastSignificantBits());
        facts.paid(caseThree, collector, 40_00, NOON.plusSeconds(90));
        facts.balance(collector, 120_00, NOON.plusSeconds(601));
        facts.filed(caseThree, "王五", NOON.plusSeconds(900));
        verify(caseThree);
        work();

        String after = summary(caseOne).getPlanId();
        assertThat(after).isNotEqualTo(before);
        assertThat(blockers(after))
                .containsExactly(
                        RefundBlocker.REFUND_BLOCKER_NOTICE_NOT_PUBLISHED, RefundBlocker.REFUND_BLOCKER_OBJECTION_OPEN);
        assertThat(blockers(before)).contains(RefundBlocker.REFUND_BLOCKER_SUPERSEDED);
        assertRefused(() -> publish(before), after);
    }

    @Test
    void moneyThatIsReturnedDirectlyNeedsNoNotice() {
        facts.paid(caseOne, collector, 100_00, NOON);
        facts.balance(collector, 100_00, NOON.plusSeconds(600));
        facts.hold(caseOne, collector, "FREEZE", 100_00, NOON.plusSeconds(300));
        facts.filed(caseOne, "张三", NOON.plusSeconds(900));
        work();
        verify(caseOne);
        work();
        String planId = summary(caseOne).getPlanId();

        assertThat(blockers(planId)).isEmpty();
        assertRefused(() -> publish(planId), "in proportion");
    }

    @Test
    void plansThatPayMoreThanTheLossTogetherAreBlocked() {
        for (AccountRef.Key account : List.of(collector, second)) {
            facts.paid(caseOne, account, 45_00, NOON);
            facts.balance(account, 45_00, NOON.plusSeconds(600));
            facts.hold(caseOne, account, "FREEZE", 45_00, NOON.plusSeconds(300));
        }
        facts.filed(caseOne, "张三", NOON.plusSeconds(900));
        work();
        verify(caseOne);
        VictimServiceGrpc.newBlockingStub(client.channel())
                .recordProvenLoss(RecordProvenLossRequest.newBuilder()
                        .setCaseId(caseOne.toString())
                        .setLossFen(80_00)
                        .setEvidenceDigest(DIGEST)
                        .setOperator(OFFICER)
                        .build());
        work();

        assertThat(blockers(summary(caseOne).getPlanId())).containsExactly(RefundBlocker.REFUND_BLOCKER_LOSS_EXCEEDED);
    }
}
