package org.stoppayment.cli.command.common;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.stoppayment.cli.output.CliException;
import org.stoppayment.cli.suite.Hint;
import org.stoppayment.cli.suite.Home;
import org.stoppayment.cli.suite.StateDirectory;
import org.stoppayment.cli.suite.Suite;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** The state directory of a command's suite; an option of every command. */
public final class StateOption {

    /** How the option is typed. */
    public static final String NAME = "--state";

    @Option(
            names = NAME,
            scope = ScopeType.INHERIT,
            paramLabel = "DIR",
            description = "State directory of the suite (default: .stoppay beside the launcher, or $STOPPAY_STATE).")
    private @Nullable Path directory;

    /** The directory by option, environment variable or default. */
    StateDirectory directory(Context context) {
        String named = context.environment().getOrDefault("STOPPAY_STATE", "");
        if (directory != null) {
            return new StateDirectory(context.workingDirectory().resolve(directory));
        }
        return new StateDirectory(
                named.isEmpty()
                        ? Home.find(context.workingDirectory()).resolve(".stoppay")
                        : context.workingDirectory().resolve(named));
    }

    /** The running suite; throws with a fix when there is none. */
    Suite running(Context context) {
        StateDirectory state = directory(context);
        return Suite.attach(state, context.console()::progress)
                .orElseThrow(
                        () -> CliException.failed(CommonText.NO_SUITE, state.path(), Hint.of("up --detach", state)));
    }
}
