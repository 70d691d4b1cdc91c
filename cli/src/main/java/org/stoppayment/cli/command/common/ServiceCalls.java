package org.stoppayment.cli.command.common;

import io.grpc.StatusRuntimeException;
import java.nio.file.Path;
import java.util.function.ToIntFunction;
import org.stoppayment.cli.client.ServiceClients;
import org.stoppayment.cli.output.CliException;
import org.stoppayment.cli.output.Failure;
import org.stoppayment.cli.output.LogTail;
import org.stoppayment.cli.suite.Hint;
import org.stoppayment.cli.suite.ServiceName;
import org.stoppayment.cli.suite.Suite;

/** Calls the services of a suite. A failure names the log of the service, and shows its end when the service is down. */
public final class ServiceCalls {

    private ServiceCalls() {}

    public static int ask(Suite suite, ToIntFunction<ServiceClients> call) {
        try (ServiceClients clients = ServiceClients.of(suite)) {
            try {
                return call.applyAsInt(clients);
            } catch (StatusRuntimeException e) {
                throw clients.lastFailed()
                        .<RuntimeException>map(service -> withLog(e, suite, service))
                        .orElse(e);
            }
        }
    }

    private static String log(Suite suite, ServiceName service) {
        Path log = suite.directory().log(service.id());
        return suite.isAlive(service)
                ? "  log of " + service + ": " + log + "\n  see: " + Hint.of("status", suite.directory())
                : service + " does not run; start it again with: " + Hint.of("up", suite.directory()) + "\n"
                        + LogTail.of(log);
    }

    private static CliException withLog(StatusRuntimeException e, Suite suite, ServiceName service) {
        Failure failure = Failure.of(e);
        String message = String.join("\n", failure.lines());
        String address = suite.grpcAddress(service);
        String where = message.contains(address) ? "" : "  address of " + service + ": " + address + "\n";
        return new CliException(failure.exitCode(), message + "\n" + where + log(suite, service));
    }
}
