package org.stoppayment.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.stoppayment.cli.output.ExitCode;
import org.stoppayment.proto.common.v1.Operator;
import org.stoppayment.proto.recovery.v1.DecidePlanObjectionRequest;
import org.stoppayment.proto.recovery.v1.InterestRelation;
import org.stoppayment.proto.recovery.v1.ObjectToPlanRequest;
import org.stoppayment.proto.recovery.v1.PlanObjectionOutcome;
import org.stoppayment.proto.recovery.v1.PublishNoticeRequest;

/** {@code stoppay refund ready|notice|object|decide}. */
class RefundNoticeTest extends CommandTestBase {

    private static final Operator OFFICER = Operator.newBuilder()
            .setOrganisation("Shanghai police")
            .setBadgeNumber("100234")
            .build();

    @BeforeEach
    void signOn() {
        terminal.with("STOPPAY_ORGANISATION", OFFICER.getOrganisation())
                .with("STOPPAY_BADGE", OFFICER.getBadgeNumber());
    }

    @Test
    void whatStandsInTheWayIsNamed() {
        assertThat(terminal.run("refund", "ready", "p1")).as(terminal.err()).isZero();

        assertThat(terminal.out())
                .contains(
                        "plan p1 cannot be carried out yet:",
                        "- NOTICE_RUNNING",
                        "- condition not met: IDENTITY_VERIFIED",
                        "notice    published 2096-10-02T",
                        "objection o1: -",
                        "INTERESTED_PARTY")
                .doesNotContain("钱某某");
        assertThat(terminal.run("refund", "ready", "ready")).isZero();
        assertThat(terminal.out()).contains("ready: nothing stands in the way of plan ready");
    }

    @Test
    void whatStandsInTheWayIsNamedInChinese() {
        assertThat(terminal.run("refund", "ready", "p1", "--lang", "zh", "--unmasked"))
                .isZero();

        assertThat(terminal.out()).contains("公告期未届满", "条件未满足：身份已核实", "利害关系人", "钱某某");
        ChineseScreen.requireChinese(terminal.out());
    }

    @Test
    void noticeIsPublishedOnlyWithYes() {
        assertThat(terminal.run("refund", "notice", "p1")).isEqualTo(ExitCode.USAGE);
        assertThat(services.notices().requests()).isEmpty();

        assertThat(terminal.run("refund", "notice", "p1", "--yes"))
                .as(terminal.err())
                .isZero();

        assertThat(terminal.out()).contains("冻结资金按比例返还公告", "方案编号：p1");
        assertThat(services.notices().requests())
                .containsExactly(PublishNoticeRequest.newBuilder()
                        .setPlanId("p1")
                        .setOperator(OFFICER)
                        .build());
    }

    @Test
    void objectionIsTakenAndDecided() {
        String id = "0193a000-0000-7000-8000-00000000b001";
        assertThat(terminal.run(
                        "refund",
                        "object",
                        "p1",
                        "--name",
                        "Qian",
                        "--relation",
                        "interested_party",
                        "--statement",
                        "price of goods",
                        "--request-id",
                        id))
                .as(terminal.err())
                .isZero();
        assertThat(terminal.err()).contains("stoppay refund decide " + id);
        assertThat(terminal.run("refund", "decide", id, "--outcome", "rejected", "--reason", "bookings"))
                .as(terminal.err())
                .isZero();

        assertThat(terminal.out()).contains("objection " + id + ": REJECTED");
        assertThat(services.notices().requests())
                .containsExactly(
                        ObjectToPlanRequest.newBuilder()
                                .setObjectionId(id)
                                .setPlanId("p1")
                                .setObjectorName("Qian")
                                .setRelation(InterestRelation.INTEREST_RELATION_INTERESTED_PARTY)
                                .setStatement("price of goods")
                                .setOperator(OFFICER)
                                .build(),
                        DecidePlanObjectionRequest.newBuilder()
                                .setObjectionId(id)
                                .setOutcome(PlanObjectionOutcome.PLAN_OBJECTION_OUTCOME_REJECTED)
                                .setReason("bookings")
                                .setOperator(OFFICER)
                                .build());
    }

    @Test
    void unknownWordsAreRefusedBeforeAnythingIsSent() {
        assertThat(terminal.run("refund", "object", "p1", "--name", "Q", "--relation", "bank", "--statement", "why"))
                .isEqualTo(ExitCode.USAGE);
        assertThat(terminal.err()).contains("--relation: bank (expected: one of victim, interested_party)");
        assertThat(terminal.run("refund", "decide", "o1", "--outcome", "limited", "--reason", "why"))
                .isEqualTo(ExitCode.USAGE);
        assertThat(services.notices().requests()).isEmpty();
    }
}
