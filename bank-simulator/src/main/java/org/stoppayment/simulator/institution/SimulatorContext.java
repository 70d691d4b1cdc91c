package org.stoppayment.simulator.institution;

import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.ScheduledExecutorService;
import org.stoppayment.simulator.ledger.Ledger;

/**
 * What all institutions of a simulator share.
 *
 * @param ledger their accounts
 * @param clock the time
 * @param scheduler runs delayed tasks
 * @param callbacks sends callbacks to the gateway
 * @param openAccounts whether every account number is taken to exist, by default
 * @param seed of the random response times
 * @param slowAnswer how long the slow magic account takes
 * @param lateCallback how long the late magic account takes
 */
public record SimulatorContext(
        Ledger ledger,
        InstantSource clock,
        ScheduledExecutorService scheduler,
        CallbackSender callbacks,
        boolean openAccounts,
        long seed,
        Duration slowAnswer,
        Duration lateCallback) {}
