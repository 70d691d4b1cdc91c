package org.stoppayment.intake.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.stoppayment.intake.domain.Reported.NOW;
import static org.stoppayment.intake.domain.Reported.PAYEE;
import static org.stoppayment.intake.domain.Reported.id;
import static org.stoppayment.intake.domain.Reported.stored;
import static org.stoppayment.intake.domain.Reported.submission;
import static org.stoppayment.intake.domain.Reported.transfer;
import static org.stoppayment.intake.domain.Reported.view;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SubmissionTest {

    @Test
    void reportedSumHasNoCorrectionsAndNoForeignAmounts() {
        assertThat(submission(
                                stored(1, sum("CNY", 100), Optional.empty()),
                                stored(2, sum("USD", 1_000), Optional.empty()),
                                stored(3, sum("RMB", 10), Optional.empty()),
                                stored(4, sum("CNY", 10_000), Optional.of(id(9))))
                        .reportedFen())
                .isEqualTo(110);
    }

    @Test
    void overflowOfTheSumThrows() {
        Submission tooMuch = submission(
                stored(1, sum("CNY", Long.MAX_VALUE), Optional.empty()), stored(2, sum("CNY", 1), Optional.empty()));

        assertThatThrownBy(tooMuch::reportedFen).isInstanceOf(ArithmeticException.class);
    }

    @Test
    void receiptHasTheTransferIdsInOrder() {
        Submission submission =
                submission(stored(2, transfer(), Optional.empty()), stored(1, transfer(), Optional.empty()));

        Receipt receipt = Receipt.of(submission);

        assertThat(receipt.transferIds()).containsExactly(id(2), id(1));
        assertThat(receipt.caseId()).isEqualTo(Reported.CASE);
        assertThat(receipt.replayed()).isFalse();
    }

    @Test
    void resendHasTheSameDigest() {
        Content content = new Content("abc".getBytes(StandardCharsets.US_ASCII));

        assertThat(HexFormat.of().formatHex(content.digest()))
                .isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
        assertThat(content.hasDigest(new Content("abc".getBytes(StandardCharsets.US_ASCII)).digest()))
                .isTrue();
        assertThat(content.hasDigest(new Content(new byte[0]).digest())).isFalse();
        assertThat(content.bytes()).asString(StandardCharsets.US_ASCII).isEqualTo("abc");
    }

    @Test
    void correctionReplacesTheLastPublishedTransferOfThePayment() {
        Transfer nowhere = transfer(NamedAccount.NONE);
        CaseView view = view(
                1,
                stored(1, transfer(), Optional.empty()),
                stored(2, nowhere, Optional.of(id(1))),
                stored(3, nowhere, Optional.empty()));

        assertThat(view.lastPublished(id(1))).contains(id(1));
        assertThat(view.lastPublished(id(2))).as("it names no account").contains(id(1));
        assertThat(view.lastPublished(id(3))).as("nothing was published").isEmpty();
        assertThat(view.lastPublished(id(9))).as("no transfer of the case").isEmpty();
    }

    @Test
    void correctionReplacesThePayerOfTheLastTransferWithoutAPayee() {
        Transfer payerOnly = new Transfer(PAYEE, NamedAccount.NONE, Optional.empty(), "CNY", Optional.empty(), "");
        CaseView view = view(
                2,
                stored(1, transfer(), Optional.empty()),
                stored(2, payerOnly, Optional.of(id(1))),
                stored(3, transfer(NamedAccount.NONE), Optional.of(id(2))),
                stored(4, transfer(NamedAccount.NONE), Optional.empty()));

        assertThat(view.lastPublishedPayer(id(1))).as("it has a payee").isEmpty();
        assertThat(view.lastPublishedPayer(id(2))).contains(id(2));
        assertThat(view.lastPublishedPayer(id(3))).as("it names nobody").contains(id(2));
        assertThat(view.lastPublishedPayer(id(4))).as("nothing was published").isEmpty();
        assertThat(view.lastPublished(id(2))).contains(id(1));
    }

    @Test
    void accountIsLoggedMasked() {
        assertThat(PAYEE.toString()).startsWith(Reported.BANK).doesNotContain(Reported.CARD);
    }

    private static Transfer sum(String currency, long fen) {
        return transfer(PAYEE, Optional.of(fen), currency, Optional.of(NOW), "S1");
    }
}
