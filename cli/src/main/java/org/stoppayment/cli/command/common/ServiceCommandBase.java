package org.stoppayment.cli.command.common;

import com.google.protobuf.Message;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.stoppayment.cli.client.ServiceClients;
import org.stoppayment.cli.institutions.InstitutionLookup;
import org.stoppayment.cli.output.Console;
import org.stoppayment.cli.output.ExitCode;
import org.stoppayment.kernel.ids.Ids;

/** A command that calls the services of the running suite. */
public abstract class ServiceCommandBase implements Callable<Integer> {

    private Context context;
    private Optional<InstitutionLookup> institutions = Optional.empty();

    protected ServiceCommandBase(Context context) {
        this.context = context;
    }

    @Override
    public final Integer call() {
        check();
        return ServiceCalls.ask(context.suite(), context.console(), this::askNaming);
    }

    /** Tables name institutions as the gateway of the suite does. */
    private int askNaming(ServiceClients clients) {
        InstitutionLookup names = InstitutionLookup.of(clients);
        institutions = Optional.of(names);
        context = context.naming(names);
        return ask(clients);
    }

    /** Institutions by name; only while services are called. */
    protected InstitutionLookup institutions() {
        return institutions.orElseThrow();
    }

    /** Validates what picocli cannot, before any call; throws when the command line is invalid. */
    protected void check() {}

    /** Calls the services, prints the result, and returns the exit code. */
    protected abstract int ask(ServiceClients clients);

    /** Prints an answer as JSON, or by {@code table}. Returns {@link ExitCode#OK}. */
    protected int show(Message answer, Runnable table) {
        if (output().json()) {
            output().print(console(), answer);
        } else {
            table.run();
        }
        return ExitCode.OK;
    }

    /** A request id for a file without one. It is printed, so that the same request can be sent again. */
    protected String newRequestId() {
        String requestId = new Ids(context.clock()).next().toString();
        console().progress(console().text(CommonText.REQUEST_ID_MADE, requestId));
        return requestId;
    }

    /** What the command runs in. */
    public Context context() {
        return context;
    }

    protected Console console() {
        return context.console();
    }

    public OutputOption output() {
        return context.output();
    }
}
