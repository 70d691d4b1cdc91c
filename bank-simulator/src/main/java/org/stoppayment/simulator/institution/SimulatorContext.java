package org.stoppayment.simulator.institution;

import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.Function;
import org.stoppayment.simulator.ledger.Ledger;
import org.stoppayment.simulator.ledger.PayeeBank;

/**
 * What all institutions of a simulator share.
 *
 * @param ledger their accounts
 * @param clock the clock
 * @param scheduler runs delayed tasks
 * @param callbacks sends callbacks to the gateway
 * @param openAccounts whether every account number exists by default
 * @param seed seed of the response times
 * @param slowAnswer response time of the slow magic account
 * @param lateCallback delay of the callback of the late magic account
 * @param payeeBanks what is known about the accounts of the institution with this code
 */
public record SimulatorContext(
        Ledger ledger,
        InstantSource clock,
        ScheduledExecutorService scheduler,
        CallbackSender callbacks,
        boolean openAccounts,
        long seed,
        Duration slowAnswer,
        Duration lateCallback,
        Function<String, PayeeBank> payeeBanks) {}
