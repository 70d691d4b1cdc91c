package org.stoppayment.simulator.institution;

import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.ScheduledExecutorService;
import org.stoppayment.simulator.ledger.Ledger;

/**
 * What all institutions share.
 *
 * @param ledger their books
 * @param clock what time it is
 * @param scheduler for what comes later
 * @param callbacks the way to the gateway
 * @param openAccounts whether every account number is taken to exist, until told otherwise
 * @param seed for what is drawn
 * @param slowAnswer how long the slow magic account takes
 * @param lateCallback how long the late magic account takes
 */
public record Surroundings(
        Ledger ledger,
        InstantSource clock,
        ScheduledExecutorService scheduler,
        CallbackSender callbacks,
        boolean openAccounts,
        long seed,
        Duration slowAnswer,
        Duration lateCallback) {}
