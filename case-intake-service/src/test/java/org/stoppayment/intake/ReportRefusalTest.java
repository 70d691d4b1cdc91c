package org.stoppayment.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.stoppayment.intake.Reports.account;
import static org.stoppayment.intake.Reports.report;
import static org.stoppayment.intake.Reports.transfer;
import static org.stoppayment.intake.Reports.victim;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.stoppayment.proto.common.v1.Transfer;
import org.stoppayment.proto.intake.v1.ReportFraudRequest;
import org.stoppayment.proto.intake.v1.Victim;

/** Reports that are refused. */
@QuarkusTest
class ReportRefusalTest extends IntakeTest {

    @ParameterizedTest
    @ValueSource(longs = {0, -1, Long.MIN_VALUE, 10_000_000_000_001L, Long.MAX_VALUE})
    void amountOutOfRangeIsRefused(long fen) {
        var refused = with(transfer().setAmountFen(fen)).build();
        assertThat(violationsOf(() -> intake.reportFraud(refused)))
                .containsExactly("transfers[0].amountFen OUT_OF_RANGE");
        assertThat(isStored(refused.getRequestId())).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u0000", "\u001b", "\n", "\u007f", "\u0085", "\u202e", "\u2066", "\u200f", "\u061c"})
    void controlAndBidirectionalCharactersAreRefusedWithTheField(String character) {
        var refused = with(transfer().setPayee(account(Reports.CARD).setName("卡主" + character)))
                .setVictim(victim().setName(character))
                .build();
        assertThat(violationsOf(() -> intake.reportFraud(refused)))
                .containsExactlyInAnyOrder(
                        "victim.name FORBIDDEN_CHARACTER", "transfers[0].payee.name FORBIDDEN_CHARACTER");
        assertThat(isStored(refused.getRequestId())).isFalse();
    }

    @Test
    void narrativeMayHaveLineBreaks() {
        assertThat(warningsOf(report().setNarrative("first\r\n\tsecond\nthird")))
                .isEmpty();
        var refused = report().setNarrative("first\u202esecond").build();
        assertThat(violationsOf(() -> intake.reportFraud(refused))).containsExactly("narrative FORBIDDEN_CHARACTER");
    }

    @ParameterizedTest
    @CsvSource({"'', MISSING", "42, NOT_A_UUID", "0193a000-0000-7000-8000-00000000000g, NOT_A_UUID"})
    void requestIdThatIsNotAUuidIsRefused(String requestId, String code) {
        var refused = report().setRequestId(requestId).build();
        assertThat(violationsOf(() -> intake.reportFraud(refused))).containsExactly("requestId " + code);
    }

    @Test
    void allViolationsAreReportedAtOnce() {
        var refused = ReportFraudRequest.newBuilder()
                .setVictim(Victim.newBuilder().setName("\u0001"))
                .addTransfers(Transfer.newBuilder().setAmountFen(0))
                .addTransfers(Transfer.newBuilder().setAmountFen(-1))
                .build();
        assertThat(violationsOf(() -> intake.reportFraud(refused)))
                .containsExactlyInAnyOrder(
                        "victim.name FORBIDDEN_CHARACTER",
                        "requestId MISSING",
                        "transfers[0].amountFen OUT_OF_RANGE",
                        "transfers[1].amountFen OUT_OF_RANGE",
                        "victim.phone NOTHING_TO_ACT_ON");
    }

    @Test
    void fiveHundredTransfersAreAcceptedAndOneMoreIsRefused() {
        var most = report().clearTransfers()
                .addAllTransfers(Reports.transfers(500))
                .build();
        assertThat(intake.reportFraud(most).getTransferIdsList()).hasSize(500).doesNotHaveDuplicates();
        var tooMany = report().clearTransfers()
                .addAllTransfers(Reports.transfers(501))
                .build();
        assertThat(violationsOf(() -> intake.reportFraud(tooMany))).containsExactly("transfers TOO_MANY");
        assertThat(isStored(tooMany.getRequestId())).isFalse();
    }

    @Test
    void fiveHundredViolationsFitIntoAnAnswer() {
        var report = report().clearTransfers();
        for (int i = 0; i < 500; i++) {
            report.addTransfers(transfer().setAmountFen(0));
        }
        assertThat(violationsOf(() -> intake.reportFraud(report.build())))
                .startsWith("transfers[0].amountFen OUT_OF_RANGE")
                .hasSizeGreaterThan(20);
    }
}
