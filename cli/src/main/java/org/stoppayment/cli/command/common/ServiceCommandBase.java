package org.stoppayment.cli.command.common;

import com.google.protobuf.Message;
import java.util.concurrent.Callable;
import org.stoppayment.cli.client.ServiceClients;
import org.stoppayment.cli.output.Console;
import org.stoppayment.cli.output.ExitCode;
import org.stoppayment.kernel.Ids;
import picocli.CommandLine.Mixin;

/** A command that asks the services of the running suite. */
public abstract class ServiceCommandBase implements Callable<Integer> {

    private final Context context;

    @Mixin
    private StateOption state = new StateOption();

    @Mixin
    private OutputOption output = new OutputOption();

    protected ServiceCommandBase(Context context) {
        this.context = context;
    }

    @Override
    public final Integer call() {
        check();
        return ServiceCalls.ask(state.running(context), this::ask);
    }

    /** Throws when the command line is wrong in a way that picocli cannot see; before anything is asked. */
    protected void check() {}

    /** Asks, prints, and answers the exit code. */
    protected abstract int ask(ServiceClients clients);

    /** Shows what was answered: as JSON to programs, and to people as {@code table} prints it. Answers {@link ExitCode#OK}. */
    protected int show(Message answer, Runnable table) {
        if (output.json()) {
            output.print(console(), answer);
        } else {
            table.run();
        }
        return ExitCode.OK;
    }

    /** An id for a request whose file has none; people are told it, to send the same again. */
    protected String newRequestId() {
        String requestId = new Ids(context.clock()).next().toString();
        console().progress("requestId: none in the file, made " + requestId);
        return requestId;
    }

    protected Context context() {
        return context;
    }

    protected Console console() {
        return context.console();
    }

    public OutputOption output() {
        return output;
    }
}
