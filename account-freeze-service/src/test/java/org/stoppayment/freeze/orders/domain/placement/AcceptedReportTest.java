package org.stoppayment.freeze.orders.domain.placement;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.stoppayment.freeze.orders.domain.Samples;
import org.stoppayment.freeze.orders.domain.placement.AcceptedReport.ReportedTransfer;
import org.stoppayment.kernel.Money;
import org.stoppayment.kernel.ids.EventId;
import org.stoppayment.kernel.ids.TransferId;

class AcceptedReportTest {

    private static final TransferId CORRECTED = new TransferId(new UUID(3, 3));

    @Test
    void foreignMoneyIsNamedToTheInstitutionAndCountsInNoBook() {
        ReportedTransfer dollars = transfer("USD", Optional.empty());

        assertThat(dollars.counted()).isEmpty();
        assertThat(dollars.named().amount()).contains(Money.ofFen(500));
        assertThat(dollars.named().currency()).isEqualTo("USD");
    }

    @Test
    void yuanAndMoneyWithoutACurrencyCount() {
        assertThat(transfer("CNY", Optional.empty()).counted()).contains(Money.ofFen(500));
        assertThat(transfer("", Optional.empty()).counted()).contains(Money.ofFen(500));
    }

    @Test
    void transferThatTurnsOutToBeElsewhereIsTheSameTransfer() {
        ReportedTransfer moved = transfer("CNY", Optional.of(CORRECTED)).at("103100000026");

        assertThat(moved.payee().institutionCode()).isEqualTo("103100000026");
        assertThat(moved.payee().number()).isEqualTo(Samples.ACCOUNT.number());
        assertThat(moved.transferId()).isEqualTo(new TransferId(new UUID(2, 2)));
        assertThat(moved.corrects()).contains(CORRECTED);
    }

    @Test
    void reportWithACorrectionPutsEarlierTransfersRight() {
        ReportedTransfer plain = transfer("CNY", Optional.empty());

        assertThat(report(plain).hasCorrections()).isFalse();
        assertThat(report(plain, plain.correcting(CORRECTED)).hasCorrections()).isTrue();
        assertThat(plain.correcting(CORRECTED).corrects()).contains(CORRECTED);
    }

    @Test
    void ordersOfTheNextLevelsSayWhoAskedAndWhy() {
        assertThat(report().origin()).isEqualTo(new CaseOrigin(Samples.CASE, "FAKE_LOAN", "desk", "badge"));
    }

    private static AcceptedReport report(ReportedTransfer... transfers) {
        return new AcceptedReport(
                new EventId(new UUID(1, 1)),
                Samples.CASE,
                "FAKE_LOAN",
                "desk",
                "badge",
                "",
                false,
                List.of(transfers),
                List.of(),
                List.of());
    }

    private static ReportedTransfer transfer(String currency, Optional<TransferId> corrects) {
        return new ReportedTransfer(
                new TransferId(new UUID(2, 2)),
                Samples.ACCOUNT,
                Samples.ACCOUNT,
                Optional.of(Money.ofFen(500)),
                currency,
                Optional.of(Samples.NOON),
                "S1",
                corrects,
                Optional.empty());
    }
}
