package org.stoppayment.freeze.testkit;

import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** A bank that is away until {@link #isAway} says otherwise; time stands still. */
public abstract class AbsentBankFixture extends PacedBankFixture {

    protected static final Duration PROBE_INTERVAL = Duration.ofMillis(500);

    protected final String caseId = newCase();
    protected volatile boolean isAway = true;

    @BeforeEach
    void stand() {
        time.stand();
    }

    /** What a process has learnt of a bank outlives a test: the bank is back. */
    @AfterEach
    void comeBack() {
        isAway = false;
        freeze().deliver(Report.of(newCase()).paid(account(), 100));
        awaitQuiet();
    }

    /** A report of payments into so many accounts at the bank, which stops them unless it is away. */
    protected void reportPaid(int accounts) {
        Report report = Report.of(caseId);
        Stream.generate(FreezeFixture::account).limit(accounts).forEach(account -> {
            gateway()
                    .onSend(
                            account.getNumber(),
                            Bank.asks(() -> isAway
                                    ? Bank.answers(Outcomes.circuitOpen())
                                    : gateway().stops(60)));
            report.paid(account, 100);
        });
        freeze().deliver(report);
        awaitQuiet();
    }

    protected long inEffect() {
        return database.number(
                "SELECT count(*) FROM stop_order WHERE state = 'IN_EFFECT' AND case_id = ?::uuid", caseId);
    }
}
