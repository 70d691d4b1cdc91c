package org.stoppayment.cli.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.stoppayment.cli.fake.FakeObjections.notice;
import static org.stoppayment.cli.fake.FakeObjections.objection;

import org.junit.jupiter.api.Test;
import org.stoppayment.cli.fake.HoldSamples;
import org.stoppayment.cli.output.ExitCode;
import org.stoppayment.proto.freeze.v1.ListObjectionsRequest;
import org.stoppayment.proto.freeze.v1.ObjectionState;

/** Objections are listed and shown, and holders are told why an account is held. */
class ObjectionViewCommandTest extends ObjectionCommandTestBase {

    @Test
    void objectionsAreListedByCaseStateAndOwner() {
        services.objections().list(objection("o1"));

        assertThat(terminal.run(
                        "objection",
                        "list",
                        "--case",
                        "c1",
                        "--is",
                        "open,RELEASE_FAILED",
                        "--owner",
                        "police",
                        "--overdue"))
                .isZero();

        assertThat(terminal.out()).contains("o1", HoldSamples.ACCOUNT, "OPEN", "GOODS_DELIVERED");
        assertThat(terminal.err()).contains("--page next");
        assertThat(services.objections().lists())
                .containsExactly(ListObjectionsRequest.newBuilder()
                        .setPageSize(50)
                        .setCaseId("c1")
                        .addStates(ObjectionState.OBJECTION_STATE_OPEN)
                        .addStates(ObjectionState.OBJECTION_STATE_RELEASE_FAILED)
                        .setOwnerOrganisation("police")
                        .setOverdue(true)
                        .build());
    }

    @Test
    void allStatesAreListedAndNoneIsSaid() {
        assertThat(terminal.run("objection", "list", "--is", "all")).isZero();

        assertThat(terminal.out()).contains("no objections");
        assertThat(services.objections().lists().get(0).getStatesList()).hasSize(5);
        assertThat(terminal.run("objection", "list", "--is", "lost")).isEqualTo(ExitCode.USAGE);
        assertThat(terminal.err()).contains("--is: lost (expected: one of open, releasing");
    }

    @Test
    void personWhoObjectsIsShownUnmaskedOnRequest() {
        assertThat(terminal.run("objection", "show", "o1")).isZero();
        assertThat(terminal.out())
                .contains("held by   a FREEZE", "owner     Zhangzhou police")
                .doesNotContain("钱某某", "13900000000", "已经发出");

        assertThat(terminal.run("objection", "show", "o1", "--unmasked")).isZero();
        assertThat(terminal.out()).contains("objector  钱某某, HOLDER, 13900000000", "statement 货物已经发出。 有快递单。");
    }

    @Test
    void holderIsToldWhyTheAccountIsHeld() {
        services.objections().tell(notice());

        assertThat(terminal.run("hold", "notice", HoldSamples.INSTITUTION, HoldSamples.ACCOUNT))
                .isZero();

        assertThat(terminal.out())
                .contains(
                        "held by   a FREEZE: CRIMINAL_CASE",
                        "sum       limited to 140,000.00",
                        "authority Zhangzhou police",
                        "ground    程序规定 Art. 237-243",
                        "filed     2026-7",
                        "objection to Zhangzhou police until",
                        "an objection is open");
        assertThat(services.objections().described())
                .singleElement()
                .satisfies(asked -> assertThat(asked.getAccountNumber()).isEqualTo(HoldSamples.ACCOUNT));
    }

    @Test
    void accountThatNothingHoldsIsSaid() {
        assertThat(terminal.run("hold", "notice", HoldSamples.INSTITUTION, HoldSamples.ACCOUNT))
                .isZero();

        assertThat(terminal.out()).contains("nothing of ours holds the account");
    }

    @Test
    void objectionsAreShownInChinese() {
        terminal.with("LANG", "zh_CN.UTF-8");
        services.objections().tell(notice());

        assertThat(terminal.run("objection", "show", "o1")).isZero();
        assertThat(terminal.out()).contains("异议    o1  待决定", "理由    货物已交付", "承办");
        assertThat(terminal.run("hold", "notice", HoldSamples.INSTITUTION, HoldSamples.ACCOUNT))
                .isZero();
        assertThat(terminal.out()).contains("措施    冻结：已立案", "已有异议待处理");
        terminal.answering("y\n");
        assertThat(decide("upheld")).isZero();
        assertThat(terminal.err()).contains("异议成立，解除本案对账户的控制？");
    }
}
