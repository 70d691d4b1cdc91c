package org.stoppayment.simulator;

import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import org.stoppayment.kernel.SystemTime;
import org.stoppayment.simulator.behaviour.MagicAccount;
import org.stoppayment.simulator.institution.CallbackSender.Backoff;

/**
 * How the simulator is to run; start from {@link #of} and change what matters.
 *
 * @param registry the institutions
 * @param gateway who is called back
 * @param controlPort of the control API, 0 for a free one
 * @param ownPorts true to listen at free ports instead of the registry's
 * @param openAccounts whether every account number is taken to exist
 * @param seed for response times
 * @param clock what time it is
 * @param slowAnswer how long {@link MagicAccount#SLOW} takes
 * @param lateCallback how long {@link MagicAccount#LATE_CALLBACK} takes
 * @param backoff how often a callback is tried
 */
public record SimulatorConfig(
        Registry registry,
        URI gateway,
        int controlPort,
        boolean ownPorts,
        boolean openAccounts,
        long seed,
        InstantSource clock,
        Duration slowAnswer,
        Duration lateCallback,
        Backoff backoff) {

    /** At the registry's ports, control API at a free one, seed 1, the host's clock. */
    public static SimulatorConfig of(Registry registry, URI gateway) {
        return new SimulatorConfig(
                registry,
                gateway,
                0,
                false,
                false,
                1,
                SystemTime.SOURCE,
                Duration.ofSeconds(4),
                Duration.ofSeconds(5),
                new Backoff(Duration.ofMillis(200), Duration.ofSeconds(5), 120));
    }

    /** With the control API at {@code port}. */
    public SimulatorConfig withControlPort(int port) {
        return new SimulatorConfig(
                registry, gateway, port, ownPorts, openAccounts, seed, clock, slowAnswer, lateCallback, backoff);
    }

    /** At free ports: ask {@link BankSimulator#endpoint} for them. */
    public SimulatorConfig withOwnPorts() {
        return new SimulatorConfig(
                registry, gateway, controlPort, true, openAccounts, seed, clock, slowAnswer, lateCallback, backoff);
    }

    /** With every account number taken to exist, or not. */
    public SimulatorConfig withOpenAccounts(boolean open) {
        return new SimulatorConfig(
                registry, gateway, controlPort, ownPorts, open, seed, clock, slowAnswer, lateCallback, backoff);
    }

    /** With response times drawn from {@code other}. */
    public SimulatorConfig withSeed(long other) {
        return new SimulatorConfig(
                registry,
                gateway,
                controlPort,
                ownPorts,
                openAccounts,
                other,
                clock,
                slowAnswer,
                lateCallback,
                backoff);
    }

    /** With another clock; what is scheduled still takes its real time. */
    public SimulatorConfig withClock(InstantSource other) {
        return new SimulatorConfig(
                registry, gateway, controlPort, ownPorts, openAccounts, seed, other, slowAnswer, lateCallback, backoff);
    }

    /** With other times for the slow and the late magic account. */
    public SimulatorConfig withMagicTimes(Duration slow, Duration late) {
        return new SimulatorConfig(
                registry, gateway, controlPort, ownPorts, openAccounts, seed, clock, slow, late, backoff);
    }

    /** With another magicDelays for callbacks. */
    public SimulatorConfig withBackoff(Backoff other) {
        return new SimulatorConfig(
                registry, gateway, controlPort, ownPorts, openAccounts, seed, clock, slowAnswer, lateCallback, other);
    }
}
