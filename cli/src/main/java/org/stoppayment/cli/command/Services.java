package org.stoppayment.cli.command;

import io.grpc.StatusRuntimeException;
import java.util.function.ToIntFunction;
import org.stoppayment.cli.client.ServiceClients;
import org.stoppayment.cli.output.CliException;
import org.stoppayment.cli.output.Failure;
import org.stoppayment.cli.output.LogTail;
import org.stoppayment.cli.suite.Suite;

/** Asks the services of a suite, and shows the end of the log of the one that broke. */
final class Services {

    private Services() {}

    static int ask(Suite suite, ToIntFunction<ServiceClients> question) {
        try (ServiceClients clients = ServiceClients.of(suite)) {
            try {
                return question.applyAsInt(clients);
            } catch (StatusRuntimeException e) {
                throw clients.lastBroken()
                        .<RuntimeException>map(service ->
                                withLog(e, LogTail.of(suite.directory().log(service.id()))))
                        .orElse(e);
            }
        }
    }

    private static CliException withLog(StatusRuntimeException e, String tail) {
        Failure failure = Failure.of(e);
        return new CliException(failure.exitCode(), String.join("\n", failure.lines()) + "\n" + tail);
    }
}
