package org.stoppayment.cli.command.suite;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.stoppayment.cli.command.common.Context;
import org.stoppayment.cli.command.common.ForegroundSuite;
import org.stoppayment.cli.output.ExitCode;
import org.stoppayment.cli.settings.SettingsCheck;
import org.stoppayment.cli.suite.Hint;
import org.stoppayment.cli.suite.Home;
import org.stoppayment.cli.suite.Ports;
import org.stoppayment.cli.suite.Suite;
import org.stoppayment.cli.suite.SuiteOptions;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Starts the suite. */
@Command(
        name = "up",
        mixinStandardHelpOptions = true,
        description = {
            "Starts database, services and simulated banks.",
            "Waits until all are ready; stays until Ctrl-C and then stops them, unless --detach is given.",
            "",
            "When a suite is running already, starts its stopped processes again and returns.",
            "A service that stops while it starts is started once more. If it stops again, the others keep running.",
            "",
            "Variables STOPPAYMENT_… that tune a service are passed to it, such as STOPPAYMENT_RULES=FILE, a rule set.",
            "STOPPAY_DB_URL=postgresql://user:password@host:port/ uses that server instead of an embedded Postgres;",
            "the databases stoppayment_intake, stoppayment_freeze and stoppayment_recovery are created there."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  stoppay up                          until Ctrl-C, with the existing data",
            "  stoppay up --detach --fresh         in the background, with empty databases",
            "  stoppay up                          again, when a service is down",
            "  stoppay up --ports free --state /tmp/second    a second suite beside the first"
        })
public final class UpCommand implements Callable<Integer> {

    /** Of the root package, which knows all commands. */
    private static final String TRAINING = "org.stoppayment.cli.Training";

    private final Context context;

    @Option(names = "--fresh", description = "Start with empty databases and logs; deletes the old ones.")
    private boolean fresh;

    @Option(names = "--detach", description = "Leave the suite running and return; stop it with: stoppay down.")
    private boolean detach;

    @Option(
            names = "--ports",
            paramLabel = "CHOICE",
            defaultValue = "default",
            description = "default (19001.., 18100.., 15432) or free (any). Default: ${DEFAULT-VALUE}.")
    private Ports.Choice ports = Ports.Choice.DEFAULT;

    UpCommand(Context context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        Optional<Suite> running = fresh ? Optional.empty() : Suite.attach(context.stateDirectory(), context.console());
        if (running.isPresent()) {
            restart(running.get());
        } else {
            start();
        }
        return ExitCode.OK;
    }

    private void restart(Suite suite) {
        List<String> started = suite.restartStopped();
        context.console()
                .say(
                        started.isEmpty() ? StatusText.NOTHING_RESTARTED : StatusText.RESTARTED,
                        suite.directory().path(),
                        String.join(", ", started));
    }

    /** Later commands start faster. The start of a suite is the time for it: it takes a while anyway, and there are services to ask. */
    private static void archiveClasses(Path home, Suite suite) {
        Path jar = home.resolve("cli").resolve("target").resolve("stoppay.jar");
        new ClassArchive(jar)
                .refresh(List.of(
                        TRAINING, jar.toString(), suite.directory().path().toString()));
    }

    private void start() {
        SettingsCheck.requireUsable(context.environment(), context.workingDirectory());
        Path home = Home.find(context.workingDirectory());
        Optional<String> url =
                Optional.ofNullable(context.environment().get("STOPPAY_DB_URL")).filter(text -> !text.isEmpty());
        SuiteOptions options = SuiteOptions.ordinary(home, context.stateDirectory())
                .withFresh(fresh)
                .withPorts(ports)
                .withDatabaseUrl(url)
                .withRegistryOf(context.environment(), context.workingDirectory())
                .withVariablesOf(context.environment(), context.workingDirectory());
        try (ForegroundSuite foreground = new ForegroundSuite(context.console())) {
            Suite suite = foreground.startAndKeep(options);
            archiveClasses(home, suite);
            if (detach) {
                foreground.detach();
                context.console()
                        .say(
                                StatusText.DETACHED,
                                suite.directory().path().resolve("log"),
                                Hint.of("down", suite.directory()));
            } else {
                context.console().say(StatusText.RUNNING);
                foreground.awaitEnd();
            }
        }
    }
}
