package org.stoppayment.freeze.dissuasion.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.stoppayment.freeze.dissuasion.domain.Dissuasion.Paid;
import org.stoppayment.freeze.dissuasion.domain.StoppedAccount.NamedPayer;
import org.stoppayment.freeze.dissuasion.domain.StoppedAccount.PaidIn;
import org.stoppayment.freeze.dissuasion.domain.StoppedAccount.StopMoment;
import org.stoppayment.freeze.dissuasion.domain.UnreportedPayers.Window;
import org.stoppayment.freeze.shared.domain.AccountRef;
import org.stoppayment.freeze.tracing.domain.ReportedMoney.Credit;
import org.stoppayment.freeze.tracing.domain.ReportedMoney.Reported;
import org.stoppayment.kernel.AccountKind;
import org.stoppayment.kernel.Money;
import org.stoppayment.kernel.ids.TransferId;

class UnreportedPayersTest {

    private static final Instant STOP = Instant.parse("2026-03-01T04:00:00Z");
    private static final Duration TEN_MINUTES = Duration.ofMinutes(10);
    private static final AccountRef MULE = payer("M");
    private static final AccountRef LI = payer("L");
    private static final AccountRef WANG = payer("W");

    private final List<PaidIn> inflows = new ArrayList<>();
    private final List<NamedPayer> transfers = new ArrayList<>();

    private static AccountRef payer(String number) {
        return new AccountRef("102100099996", number, "name of " + number, AccountKind.BANK_PERSONAL);
    }

    private void paid(AccountRef payer, String serial, long fen, Instant at) {
        inflows.add(new PaidIn(new Credit(MULE.key(), serial, 1 + inflows.size(), fen, at), payer));
    }

    private void reported(String payerNumber, String serial, long fen, Instant at) {
        transfers.add(new NamedPayer(
                new Reported(new TransferId(new UUID(0, transfers.size())), MULE.key(), fen, Optional.of(at), serial),
                payerNumber));
    }

    private UnreportedPayers screened(Instant... stops) {
        StoppedAccount account = new StoppedAccount(
                MULE,
                List.of(stops).stream()
                        .map(at -> new StopMoment(at, "cn-2016-86/3"))
                        .toList(),
                inflows,
                transfers);
        List<Window> windows = account.stops().stream()
                .map(stop -> new Window(stop.at().minus(Duration.ofHours(72)), stop.at()))
                .toList();
        return UnreportedPayers.of(account, windows, TEN_MINUTES);
    }

    @Test
    void transfersOfOnePayerAreSummed() {
        paid(LI, "1", 100, STOP.minusSeconds(60));
        paid(LI, "2", 250, STOP.minusSeconds(30));

        assertThat(screened(STOP).payers())
                .containsOnlyKeys(LI)
                .containsEntry(LI, new Paid(Money.ofFen(350), 2, STOP.minusSeconds(60), STOP.minusSeconds(30)));
    }

    @Test
    void ofTwoWhoPaidTheSameSumTheNamedPayerHasCalled() {
        paid(LI, "1", 100, STOP.minusSeconds(60));
        paid(WANG, "2", 100, STOP.minusSeconds(30));
        reported(LI.number(), "", 100, STOP.minusSeconds(30)); // nearer to Wang's

        assertThat(screened(STOP).payers()).containsOnlyKeys(WANG);
        assertThat(screened(STOP).answered()).extracting(Credit::serial).containsExactly("1");
    }

    @Test
    void ofTwoWhoPaidTheSameSumTheSerialTellsWhoHasCalled() {
        paid(LI, "1", 100, STOP.minusSeconds(60));
        paid(WANG, "2", 100, STOP.minusSeconds(30));
        reported("", "1", 100, STOP.minusSeconds(30));

        assertThat(screened(STOP).payers()).containsOnlyKeys(WANG);
    }

    @Test
    void oneReportedTransferAnswersForOneBooking() {
        paid(LI, "1", 100, STOP.minusSeconds(60));
        paid(WANG, "2", 100, STOP.minusSeconds(300));
        reported("", "", 100, STOP.minusSeconds(50));

        assertThat(screened(STOP).payers()).containsOnlyKeys(WANG);
    }

    @Test
    void otherSumAndATimeMoreThanTenMinutesAwayAnswerForNothing() {
        paid(LI, "1", 100, STOP.minusSeconds(60));
        reported("", "1", 101, STOP.minusSeconds(60));
        reported("", "1", 100, STOP.minusSeconds(661));

        assertThat(screened(STOP).payers()).containsOnlyKeys(LI);
        assertThat(screened(STOP).answered()).isEmpty();
    }

    @Test
    void payerNamedWithANumberThatNobodyPaidFromIsFoundByTheTransfer() {
        paid(LI, "1", 100, STOP.minusSeconds(60));
        reported("mistyped", "", 100, STOP.minusSeconds(60));

        assertThat(screened(STOP).payers()).isEmpty();
    }

    @Test
    void victimWhoCalledIsNotListedForWhatTheyDidNotReport() {
        paid(LI, "1", 100, STOP.minusSeconds(60));
        paid(LI, "2", 900, STOP.minusSeconds(30));
        reported("", "", 100, STOP.minusSeconds(60));

        assertThat(screened(STOP).payers()).isEmpty();
    }

    @Test
    void reportedBookingIsRecognisedHoweverLongBeforeTheStopItWas() {
        paid(LI, "1", 100, STOP.minus(Duration.ofDays(30)));
        paid(LI, "2", 900, STOP.minusSeconds(30));
        reported("", "", 100, STOP.minus(Duration.ofDays(30)));

        assertThat(screened(STOP).payers()).isEmpty();
        assertThat(screened(STOP).answered()).extracting(Credit::serial).containsExactly("1");
    }

    @Test
    void everyStopOfTheAccountHasItsOwnTimeBeforeIt() {
        Instant second = STOP.plus(Duration.ofDays(10));
        paid(LI, "1", 100, STOP);
        paid(LI, "2", 20, STOP.plus(Duration.ofDays(4)));
        paid(LI, "3", 3, second.minus(Duration.ofHours(72)));

        assertThat(screened(STOP, second).payers())
                .containsEntry(LI, new Paid(Money.ofFen(103), 2, STOP, second.minus(Duration.ofHours(72))));
    }
}
