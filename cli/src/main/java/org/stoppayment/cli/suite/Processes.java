package org.stoppayment.cli.suite;

import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import org.stoppayment.cli.files.FileAction;
import org.stoppayment.cli.output.CliException;
import org.stoppayment.cli.postgres.PostgresServer;
import org.stoppayment.cli.settings.Settings;
import org.stoppayment.cli.waiting.Polling;

/** Starts and stops the processes of a suite. */
final class Processes {

    private static final Duration READY_TIMEOUT = Duration.ofSeconds(2);

    private static final Duration STOP_TIMEOUT = Duration.ofSeconds(15);
    private static final Duration KILL_TIMEOUT = Duration.ofSeconds(10);
    private static final Duration POLL_INTERVAL = Duration.ofMillis(20);

    private final StateDirectory directory;

    Processes(StateDirectory directory) {
        this.directory = directory;
    }

    /** Starts a service; its output is appended to its log. */
    RecordedProcess start(ServiceName service, SuiteState state) {
        ProcessBuilder builder = new ProcessBuilder(ServiceCommand.commandLine(service, state, directory))
                .directory(directory.path().toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(
                        directory.log(service.id()).toFile()))
                .redirectInput(ProcessBuilder.Redirect.from(new File("/dev/null")));
        builder.environment().keySet().removeIf(Processes::isLauncherVariable);
        // An empty variable counts as not set; a service would not start with it.
        builder.environment()
                .entrySet()
                .removeIf(each ->
                        Settings.isSetting(each.getKey()) && each.getValue().isEmpty());
        builder.environment().putAll(ServiceCommand.environment(service, state, directory));
        try {
            return RecordedProcess.of(builder.start().toHandle());
        } catch (IOException e) {
            throw FileAction.START.failed(service, e);
        }
    }

    /** Starts the suite's own database server. */
    RecordedProcess startPostgres(SuiteState state) {
        long pid = postgres().start(state.ports().postgres(), state.database().password());
        return ProcessHandle.of(pid)
                .map(RecordedProcess::of)
                .orElseThrow(() -> CliException.failed(SuiteText.POSTGRES_STOPPED, directory.log(SuiteState.POSTGRES)));
    }

    PostgresServer postgres() {
        return new PostgresServer(directory.postgres(), directory.log(SuiteState.POSTGRES));
    }

    /** Stops processes (SIGTERM), and kills those that do not end in time. */
    static void stop(List<RecordedProcess> processes) {
        processes.forEach(process -> process.find().ifPresent(ProcessHandle::destroy));
        boolean ended = Polling.until(
                STOP_TIMEOUT, POLL_INTERVAL, () -> processes.stream().noneMatch(RecordedProcess::isAlive));
        if (!ended) {
            processes.forEach(Processes::kill);
        }
    }

    /** Kills a process (SIGKILL) and waits until it is gone. */
    static void kill(RecordedProcess process) {
        process.find().ifPresent(ProcessHandle::destroyForcibly);
        if (!Polling.until(KILL_TIMEOUT, POLL_INTERVAL, () -> !process.isAlive())) {
            throw CliException.failed(SuiteText.CANNOT_KILL, Long.toString(process.pid()));
        }
    }

    /** Variables for the launcher, which are not passed to the services. */
    private static boolean isLauncherVariable(String variable) {
        return variable.equals("JAVA_TOOL_OPTIONS")
                || variable.startsWith("STOPPAY_")
                || variable.startsWith("QUARKUS_");
    }

    /** Created when first used: it loads the trusted certificates, which takes longer than a query of the services. */
    private static final class Client {
        static final HttpClient HTTP = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(READY_TIMEOUT)
                .build();
    }

    /** True when the readiness check of the service passes. */
    static boolean isReady(ServiceName service, Ports ports) {
        URI address = URI.create(ports.httpAddress(service) + service.readinessPath());
        try {
            HttpRequest request =
                    HttpRequest.newBuilder(address).timeout(READY_TIMEOUT).build();
            return Client.HTTP
                            .send(request, HttpResponse.BodyHandlers.discarding())
                            .statusCode()
                    == 200;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
