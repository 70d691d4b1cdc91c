package org.stoppayment.simulator;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import org.stoppayment.kernel.SystemTime;
import org.stoppayment.simulator.behaviour.MagicAccount;
import org.stoppayment.simulator.institution.CallbackSender.Backoff;

/**
 * The configuration of the simulator. Start from {@link #of} and change single values.
 *
 * @param registry the institutions
 * @param gateway base URL for callbacks
 * @param certificates directory of the institutions' certificates; empty for a gateway that speaks no TLS, as in tests of the simulator
 *     alone
 * @param controlPort port of the control API, 0 for a free port
 * @param freePorts true for free ports instead of those of the registry
 * @param openAccounts true when every account number exists
 * @param seed seed of the response times
 * @param clock the clock
 * @param slowAnswer response time of {@link MagicAccount#SLOW}
 * @param lateCallback delay of the callback of {@link MagicAccount#LATE_CALLBACK}
 * @param backoff retries of callbacks
 */
public record SimulatorConfig(
        Registry registry,
        URI gateway,
        Optional<Path> certificates,
        int controlPort,
        boolean freePorts,
        boolean openAccounts,
        long seed,
        InstantSource clock,
        Duration slowAnswer,
        Duration lateCallback,
        Backoff backoff) {

    /** Ports of the registry, a free port for the control API, seed 1, the host's clock. */
    public static SimulatorConfig of(Registry registry, URI gateway) {
        return new SimulatorConfig(
                registry,
                gateway,
                Optional.empty(),
                0,
                false,
                false,
                1,
                SystemTime.SOURCE,
                Duration.ofSeconds(4),
                Duration.ofSeconds(5),
                new Backoff(Duration.ofMillis(200), Duration.ofSeconds(5), 120));
    }

    /** Sets the directory of the institutions' certificates. */
    public SimulatorConfig withCertificates(Path directory) {
        return new SimulatorConfig(
                registry,
                gateway,
                Optional.of(directory),
                controlPort,
                freePorts,
                openAccounts,
                seed,
                clock,
                slowAnswer,
                lateCallback,
                backoff);
    }

    /** Sets the port of the control API. */
    public SimulatorConfig withControlPort(int port) {
        return new SimulatorConfig(
                registry,
                gateway,
                certificates,
                port,
                freePorts,
                openAccounts,
                seed,
                clock,
                slowAnswer,
                lateCallback,
                backoff);
    }

    /** Uses free ports; {@link BankSimulator#endpoint} returns them. */
    public SimulatorConfig withFreePorts() {
        return new SimulatorConfig(
                registry,
                gateway,
                certificates,
                controlPort,
                true,
                openAccounts,
                seed,
                clock,
                slowAnswer,
                lateCallback,
                backoff);
    }

    /** Sets whether every account number exists. */
    public SimulatorConfig withOpenAccounts(boolean open) {
        return new SimulatorConfig(
                registry,
                gateway,
                certificates,
                controlPort,
                freePorts,
                open,
                seed,
                clock,
                slowAnswer,
                lateCallback,
                backoff);
    }

    /** Sets the seed of the response times. */
    public SimulatorConfig withSeed(long other) {
        return new SimulatorConfig(
                registry,
                gateway,
                certificates,
                controlPort,
                freePorts,
                openAccounts,
                other,
                clock,
                slowAnswer,
                lateCallback,
                backoff);
    }

    /** Sets the clock; scheduled tasks still run in real time. */
    public SimulatorConfig withClock(InstantSource other) {
        return new SimulatorConfig(
                registry,
                gateway,
                certificates,
                controlPort,
                freePorts,
                openAccounts,
                seed,
                other,
                slowAnswer,
                lateCallback,
                backoff);
    }

    /** Sets the delays of the slow and the late magic account. */
    public SimulatorConfig withMagicTimes(Duration slow, Duration late) {
        return new SimulatorConfig(
                registry,
                gateway,
                certificates,
                controlPort,
                freePorts,
                openAccounts,
                seed,
                clock,
                slow,
                late,
                backoff);
    }

    /** Sets the retries of callbacks. */
    public SimulatorConfig withBackoff(Backoff other) {
        return new SimulatorConfig(
                registry,
                gateway,
                certificates,
                controlPort,
                freePorts,
                openAccounts,
                seed,
                clock,
                slowAnswer,
                lateCallback,
                other);
    }
}
