package org.stoppayment.cli.command.suite;

import java.util.Optional;
import java.util.concurrent.Callable;
import org.stoppayment.cli.command.common.Context;
import org.stoppayment.cli.output.ExitCode;
import org.stoppayment.cli.suite.StateDirectory;
import org.stoppayment.cli.suite.Suite;
import picocli.CommandLine.Command;

/** Stops the suite. */
@Command(
        name = "down",
        mixinStandardHelpOptions = true,
        description = {
            "Stops the processes that stoppay up started, the database last, and nothing else.",
            "The data stays; stoppay up --fresh deletes it. Does nothing when no suite runs."
        })
public final class DownCommand implements Callable<Integer> {

    private final Context context;

    DownCommand(Context context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        StateDirectory directory = context.stateDirectory();
        Optional<Suite> suite = Suite.attach(directory, context.console());
        suite.ifPresent(Suite::shutdown);
        context.console().say(suite.isPresent() ? StatusText.STOPPED_IN : StatusText.NOTHING_RUNS, directory.path());
        return ExitCode.OK;
    }
}
