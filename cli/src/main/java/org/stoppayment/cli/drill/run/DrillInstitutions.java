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
 * The simulated institutions during a drill: banks answer and payment institutions call back, each after a time in the given
 * range, with the planned faults. Restores their settings, without faults, when the drill ends or is interrupted.
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

    /** Sets mode and response time of every institution. */
    static DrillInstitutions prepare(SimulatorClient simulator, DrillOptions options, List<Institution> institutions) {
        DrillInstitutions banks = new DrillInstitutions(simulator);
        Runtime.getRuntime().addShutdownHook(banks.hook);
        List<Long> range =
                List.of(options.bankDelay().minMillis(), options.bankDelay().maxMillis());
        for (Institution each : institutions) {
            String mode = each.bin().isPresent() ? "SYNC" : "ASYNC";
            simulator.change(each.code(), Map.of("mode", mode, "responseMillis", range));
        }
        return banks;
    }

    /** Schedules the planned faults. */
    void schedule(List<FaultPlan.FaultChange> plan, ScheduledExecutorService threads) {
        for (FaultPlan.FaultChange each : plan) {
            threads.schedule(() -> apply(each), each.atMillis(), TimeUnit.MILLISECONDS);
        }
    }

    private synchronized void apply(FaultPlan.FaultChange each) {
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
