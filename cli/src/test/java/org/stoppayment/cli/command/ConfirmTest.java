package org.stoppayment.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.stoppayment.cli.output.ExitCode;
import org.stoppayment.proto.freeze.v1.LiftStopRequest;
import org.stoppayment.proto.intake.v1.WithdrawCaseRequest;

/** Commands that release money show what they do and ask first. */
class ConfirmTest extends CommandTestBase {

    private static final String[] LIFT = {
        "stop",
        "lift",
        "shared",
        "--reason",
        "paid back",
        "--reference",
        "receipt 7",
        "--organisation",
        "110",
        "--badge",
        "100234"
    };
    private static final String[] WITHDRAW = {
        "case", "withdraw", "placing", "--reason", "paid on purpose", "--reference", "statement 8"
    };

    private static String[] with(String[] line, String... more) {
        String[] all = Arrays.copyOf(line, line.length + more.length);
        System.arraycopy(more, 0, all, line.length, more.length);
        return all;
    }

    @Test
    void liftShowsTheOtherClaimsAndSendsAfterYes() {
        assertThat(terminal.answering("y\n").run(LIFT)).isZero();

        assertThat(terminal.err())
                .contains("joined", "1,135.00", "stays stopped")
                .doesNotContain("467.00", "corrected");
        assertThat(terminal.out()).contains("claim ended; the stop stays for 1 other claims");
        assertThat(services.lifts()).extracting(LiftStopRequest::getReason).containsExactly("paid back");
    }

    @Test
    void claimOfTheCaseItselfIsNotShownAsOneOfAnotherHoweverItsIdIsTyped() {
        assertThat(terminal.answering("y\n").run(with(LIFT, "--case", "JOINED")))
                .isZero();
        assertThat(terminal.err()).contains("467.00").doesNotContain("1,135.00");

        assertThat(terminal.answering("y\n").run("case", "withdraw", "JOINED", "--reason", "r", "--reference", "s"))
                .isZero();
        assertThat(terminal.err()).contains("467.00").doesNotContain("1,135.00");
    }

    @Test
    void yesMayBeSaidInChinese() {
        assertThat(terminal.answering("是\n").run(LIFT)).isZero();

        assertThat(services.lifts()).hasSize(1);
    }

    @Test
    void anythingElseThanYesSendsNothing() {
        for (String answer : List.of("n\n", "\n", "", "maybe\n")) {
            assertThat(terminal.answering(answer).run(LIFT)).isEqualTo(ExitCode.FAILED);
            assertThat(terminal.err()).contains("nothing was sent");
            assertThat(terminal.answering(answer).run(WITHDRAW)).isEqualTo(ExitCode.FAILED);
        }

        assertThat(services.lifts()).isEmpty();
        assertThat(services.withdrawals()).isEmpty();
    }

    @Test
    void withoutATerminalYesIsRequired() {
        assertThat(terminal.typing("y\n").run(LIFT)).isEqualTo(ExitCode.USAGE);
        assertThat(terminal.err()).contains("--yes: not given (expected: --yes");
        assertThat(terminal.typing("y\n").run(WITHDRAW)).isEqualTo(ExitCode.USAGE);
        assertThat(services.lifts()).isEmpty();

        assertThat(terminal.run(with(LIFT, "--yes", "--case", "joined"))).isZero();
        assertThat(services.lifts()).singleElement().satisfies(lift -> {
            assertThat(lift.getCaseId()).isEqualTo("joined");
            assertThat(lift.getOperator().getBadgeNumber()).isEqualTo("100234");
        });
    }

    @Test
    void withdrawalShowsWhatIsLiftedAndWhatOtherCasesKeep() {
        assertThat(terminal.answering("yes\n").run(WITHDRAW)).isZero();

        assertThat(terminal.err())
                .containsSubsequence("is lifted, or not sent:", "alone", "stays for other cases:", "shared", "joined")
                .doesNotContain("over ", "corrected");
        assertThat(terminal.out()).contains("withdrawn; see: ./stoppay get placing");
        assertThat(services.withdrawals()).singleElement().satisfies(withdrawal -> {
            assertThat(withdrawal.getCaseId()).isEqualTo("placing");
            assertThat(withdrawal.getReference()).isEqualTo("statement 8");
            assertThat(withdrawal.getRequestId()).hasSize(36);
        });
    }

    @Test
    void withdrawalIsSentAgainWithItsRequestId() {
        String requestId = "0193a000-0000-7000-8000-0000000000b1";

        assertThat(terminal.run(with(WITHDRAW, "--yes", "--request-id", requestId)))
                .isZero();

        assertThat(services.withdrawals())
                .extracting(WithdrawCaseRequest::getRequestId)
                .containsExactly(requestId);
    }
}
