package org.stoppayment.cli.command.common;

import io.grpc.StatusRuntimeException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToIntFunction;
import org.stoppayment.cli.client.ServiceClients;
import org.stoppayment.cli.output.CliException;
import org.stoppayment.cli.output.Console;
import org.stoppayment.cli.output.Failure;
import org.stoppayment.cli.output.LogTail;
import org.stoppayment.cli.suite.Hint;
import org.stoppayment.cli.suite.ServiceName;
import org.stoppayment.cli.suite.Suite;

/** Calls the services of a suite. A failure names the log of the service, and shows its end when the service is down. */
public final class ServiceCalls {

    private ServiceCalls() {}

    public static int ask(Suite suite, Console console, ToIntFunction<ServiceClients> call) {
        try (ServiceClients clients = ServiceClients.of(suite, console.texts().language())) {
            try {
                return call.applyAsInt(clients);
            } catch (StatusRuntimeException e) {
                throw clients.lastFailed()
                        .<RuntimeException>map(service -> withLog(e, suite, console, service))
                        .orElse(e);
            }
        }
    }

    private static String log(Suite suite, Console console, ServiceName service) {
        Path log = suite.directory().log(service.id());
        return suite.isAlive(service)
                ? console.text(CommonText.LOG, service, log, Hint.of("status", suite.directory()))
                : console.text(CommonText.NOT_RUNNING, service, Hint.of("up", suite.directory())) + "\n"
                        + LogTail.of(log, console.texts());
    }

    private static CliException withLog(StatusRuntimeException e, Suite suite, Console console, ServiceName service) {
        Failure failure = Failure.of(e, console.texts());
        List<String> lines = new ArrayList<>(failure.lines());
        String address = suite.grpcAddress(service);
        if (lines.stream().noneMatch(line -> line.contains(address))) {
            lines.add(console.text(CommonText.ADDRESS, service, address));
        }
        lines.add(log(suite, console, service));
        return new CliException(failure.exitCode(), String.join("\n", lines));
    }
}
