package org.stoppayment.cli.command.common;

import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToIntFunction;
import org.stoppayment.cli.certificates.CertificateFiles;
import org.stoppayment.cli.client.HandshakeCheck;
import org.stoppayment.cli.client.ServiceClients;
import org.stoppayment.cli.output.CliException;
import org.stoppayment.cli.output.Console;
import org.stoppayment.cli.output.Failure;
import org.stoppayment.cli.output.LogTail;
import org.stoppayment.cli.output.TlsReason;
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

    /** What the service says about the certificate of the command, and where that is; nothing when the failure is another one. */
    private static List<String> certificateLines(
            StatusRuntimeException e, Suite suite, Console console, ServiceName service) {
        CertificateFiles certificates = suite.directory().certificates();
        List<String> lines = new ArrayList<>();
        boolean isTold = TlsReason.of(e.getStatus().getCause()).isPresent();
        if (!isTold && e.getStatus().getCode() == Status.Code.UNAVAILABLE && suite.isAlive(service)) {
            HandshakeCheck.refusal(suite, service)
                    .map(reason -> console.text(CommonText.CERTIFICATE_PROBLEM, service, reason))
                    .ifPresent(lines::add);
        }
        if (isTold || !lines.isEmpty()) {
            Path file = certificates.certificate(CertificateFiles.COMMAND);
            lines.add(console.text(CommonText.CERTIFICATE, file, Hint.of("up", suite.directory())));
        }
        return lines;
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
        lines.addAll(certificateLines(e, suite, console, service));
        lines.add(log(suite, console, service));
        return new CliException(failure.exitCode(), String.join("\n", lines));
    }
}
