package org.stoppayment.cli.drill.run;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.stoppayment.cli.client.SimulatedInstitution;
import org.stoppayment.cli.client.SimulatorClient;
import org.stoppayment.cli.drill.plan.DrillOptions;
import org.stoppayment.cli.drill.plan.FaultPlan;
import org.stoppayment.cli.suite.Registry.Institution;

/**
 * The simulated institutions while a drill lasts: banks answer, payment institutions call back, each after a time of the
 * given range, and misbehave by plan. When the drill is over, or interrupted, they are as they were, without faults.
 */
final class DrillInstitutions implements AutoCloseable {

    private final SimulatorClient simulator;
    private final List<SimulatedInstitution> before;
    private boolean closed;
    private final Thread hook = new Thread(this::restore, "restore the institutions");

    private DrillInstitutions(SimulatorClient simulator) {
        this.simulator = simulator;
        this.before = simulator.institutions();
    }

    /** Tells every institution how to answer. */
    static DrillInstitutions prepare(SimulatorClient simulator, DrillOptions options, List<Institution> institutions) {
        DrillInstitutions banks = new DrillInstitutions(simulator);
        Runtime.getRuntime().addShutdownHook(banks.hook);
        List<Long> range =
                List.of(options.bankDelay().leastMillis(), options.bankDelay().mostMillis());
        for (Institution each : institutions) {
            String mode = each.bin().isPresent() ? "SYNC" : "ASYNC";
            simulator.change(each.code(), Map.of("mode", mode, "responseMillis", range));
        }
        return banks;
    }

    /** From now on institutions misbehave as planned. */
    void misbehave(List<FaultPlan.Switch> plan, ScheduledExecutorService threads) {
        for (FaultPlan.Switch each : plan) {
            threads.schedule(() -> turn(each), each.atMillis(), TimeUnit.MILLISECONDS);
        }
    }

    private synchronized void turn(FaultPlan.Switch each) {
        if (closed) {
            return;
        }
        if (each.fault().isEmpty()) {
            simulator.behave(each.institutionCode());
        } else {
            simulator.misbehave(each.institutionCode(), each.fault());
        }
    }

    private synchronized void restore() {
        if (closed) {
            return;
        }
        closed = true;
        for (SimulatedInstitution each : before) {
            simulator.behave(each.code());
            simulator.change(each.code(), Map.of("mode", each.mode(), "responseMillis", each.responseMillis()));
        }
    }

    @Override
    public void close() {
        restore();
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // The JVM is going down: the hook is running already.
        }
    }
}
