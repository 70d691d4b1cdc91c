package org.stoppayment.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.stoppayment.cli.output.ExitCode;
import org.stoppayment.proto.freeze.v1.CorrectionProposal;
import org.stoppayment.proto.freeze.v1.CorrectionReason;
import org.stoppayment.proto.freeze.v1.StopOrderState;

/** A proposed correction goes out after a yes, and only then. */
class ProposedCorrectionTest extends CorrectionTestBase {

    private static final String ORDER = "app-6228480000000000125";
    private static final CorrectionProposal NAME = CorrectionProposal.newBuilder()
            .setField("payee.name")
            .addTransferIds("transfer-0")
            .setProposedName("陈东")
            .addReasons(CorrectionReason.CORRECTION_REASON_SIMPLIFIED_CHARACTERS)
            .build();
    private static final CorrectionProposal SUM = CorrectionProposal.newBuilder()
            .setField("amountFen")
            .addTransferIds("transfer-0")
            .setProposedFen(140_000)
            .addReasons(CorrectionReason.CORRECTION_REASON_DIVIDED_BY_100)
            .addReasons(CorrectionReason.CORRECTION_REASON_MATCHES_INFLOW)
            .build();

    private void proposes(CorrectionProposal... proposals) {
        services.tamper(progress -> progress.toBuilder()
                .setOrders(
                        0,
                        progress.getOrders(0).toBuilder()
                                .setState(StopOrderState.STOP_ORDER_STATE_DECLINED)
                                .setResultCode("0301")
                                .addAllCorrectionProposals(List.of(proposals)))
                .build());
    }

    @Test
    void proposalsAreShownWithTheCaseAndNamesAreMasked() {
        proposes(NAME, SUM);

        assertThat(terminal.run("get", caseId)).isZero();
        assertThat(terminal.out())
                .contains("proposed corrections", "payee.name", "simplified characters", "1,400.00", "/ 100")
                .doesNotContain("陈东");
        assertThat(terminal.run("get", caseId, "--unmasked")).isZero();
        assertThat(terminal.out()).contains("陈东");
        proposes();
        assertThat(terminal.run("get", caseId)).isZero();
        assertThat(terminal.out()).doesNotContain("proposed corrections");
    }

    @Test
    void nameIsSentAfterAYesWithTheRestOfTheTransferAsItWas() {
        proposes(NAME);

        assertThat(terminal.typing("yes\n").run("correct", caseId, ORDER)).isZero();

        assertThat(sent())
                .isEqualTo(reported().toBuilder()
                        .setPayee(reported().getPayee().toBuilder().setName("陈东"))
                        .build());
        assertThat(terminal.out()).contains("corrected transfer-0");
        assertThat(terminal.err())
                .contains("this correction would be sent", "send it?")
                .doesNotContain("陈东", "卡主甲");
    }

    @Test
    void maskedNamesThatWouldLookEqualShowWhatDiffers() {
        proposes(NAME.toBuilder().setProposedName("卡主乙").build());

        assertThat(terminal.typing("no\n").run("correct", caseId, ORDER)).isEqualTo(ExitCode.REFUSED);

        assertThat(terminal.err()).contains("**甲", "**乙").doesNotContain("卡", "主");
    }

    @Test
    void chosenSumIsSentWithoutAskingOnYes() {
        proposes(NAME, SUM);

        assertThat(terminal.run("correct", caseId, ORDER, "--take", "2", "--yes", "--unmasked"))
                .isZero();

        assertThat(sent())
                .isEqualTo(reported().toBuilder().setAmountFen(140_000).build());
        assertThat(terminal.err()).contains("140,000.00", "1,400.00", "卡主甲").doesNotContain("send it?");
    }

    @ParameterizedTest
    @ValueSource(strings = {"no\n", "", "\n", "y\n", "yes please\n"})
    void nothingIsSentWithoutTheYes(String answer) {
        proposes(NAME);

        assertThat(terminal.typing(answer).run("correct", caseId, ORDER)).isEqualTo(ExitCode.REFUSED);

        assertThat(services.supplements()).isEmpty();
        assertThat(terminal.err()).contains("not sent");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "3", "-1"})
    void severalProposalsMustBeChosenFrom(String take) {
        proposes(NAME, SUM);

        assertThat(terminal.run("correct", caseId, ORDER, "--take", take, "--yes"))
                .isEqualTo(ExitCode.USAGE);
        assertThat(terminal.err()).contains("--take: ", "expected: 1..2", "payee.name", "amountFen");
        assertThat(services.supplements()).isEmpty();
    }

    @Test
    void proposalIsOfferedForTheNumberOfATransfer() {
        proposes(NAME, SUM.toBuilder().setTransferIds(0, "transfer-7").build());

        assertThat(terminal.run("correct", caseId, "1", "--yes")).isZero();

        assertThat(sent().getPayee().getName()).isEqualTo("陈东");
    }

    @Test
    void orderWithoutAProposalAndUnknownOnesAreRefused() {
        proposes();

        assertThat(terminal.run("correct", caseId, ORDER, "--yes")).isEqualTo(ExitCode.REFUSED);
        assertThat(terminal.err()).contains("nothing is proposed for this order (DECLINED 0301)");
        assertThat(terminal.run("correct", caseId, "another", "--yes")).isEqualTo(ExitCode.NOT_FOUND);
        assertThat(terminal.run("correct", "0193a000-0000-7000-8000-00000000ffff", ORDER))
                .isEqualTo(ExitCode.NOT_FOUND);
        assertThat(services.supplements()).isEmpty();
    }
}
