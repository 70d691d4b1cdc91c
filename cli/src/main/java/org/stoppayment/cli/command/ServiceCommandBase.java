package org.stoppayment.cli.command;

import java.util.concurrent.Callable;
import org.stoppayment.cli.client.ServiceClients;
import org.stoppayment.cli.output.Console;
import picocli.CommandLine.Mixin;

/** A command that asks the services of the running suite. */
abstract class ServiceCommandBase implements Callable<Integer> {

    private final Context context;

    @Mixin
    private StateOption state = new StateOption();

    @Mixin
    private OutputOption output = new OutputOption();

    ServiceCommandBase(Context context) {
        this.context = context;
    }

    @Override
    public final Integer call() {
        return Services.ask(state.running(context), this::ask);
    }

    /** Asks, prints, and answers the exit code. */
    abstract int ask(ServiceClients clients);

    Context context() {
        return context;
    }

    Console console() {
        return context.console();
    }

    OutputOption output() {
        return output;
    }
}
