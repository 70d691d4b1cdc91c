package org.stoppayment.simulator;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.stoppayment.kernel.ServiceException.InvalidInput;
import org.stoppayment.kernel.Violation;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Runs the simulated institutions as a process until it is terminated. */
@Command(
        name = "bank-simulator",
        mixinStandardHelpOptions = true,
        version = "bank-simulator 0.1.0",
        sortOptions = false,
        description = {
            "Simulates the institutions of a registry file: takes signed orders, calls feedback back, and misbehaves on demand.",
            ""
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:help or version shown",
            "1:a port is taken",
            "2:wrong usage, or a registry file or certificate that is wrong or cannot be read",
            "143:ended by SIGTERM, as it should be; 130 by SIGINT"
        },
        footerHeading = "%nExample:%n",
        footer = {
            "  java -jar bank-simulator.jar --registry config/institutions.yaml --control-port 18100 \\",
            "       --gateway https://127.0.0.1:19003 --certificates .stoppay/tls",
            "  curl -X POST --data @cases/zhangzhou-loan-140k.world.json http://127.0.0.1:18100/worlds"
        })
public final class BankSimulatorCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--registry",
            required = true,
            paramLabel = "FILE",
            description = "The gateway's registry file; every institution listens at the port of its endpoint.")
    private Path registry;

    @Option(
            names = "--control-port",
            required = true,
            paramLabel = "PORT",
            description = "Port of the control API on 127.0.0.1; 0 for a free one.")
    private int controlPort;

    @Option(
            names = "--gateway",
            required = true,
            paramLabel = "URL",
            description = "Where feedback is called back: {URL}/v1/institutions/{code}/feedback.")
    private URI gateway;

    @Option(
            names = "--certificates",
            required = true,
            paramLabel = "DIR",
            description =
                    "Directory of the PEM files with which institutions call back: institution-CODE.crt and .key of"
                            + " each, and authorities.crt, whom they trust.")
    private Path certificates;

    @Option(names = "--open-accounts", description = "Take every account number to exist and to match; for load tests.")
    private boolean openAccounts;

    @Option(
            names = "--seed",
            paramLabel = "N",
            defaultValue = "1",
            description = "Seed of the response times (default: 1).")
    private long seed;

    /** Runs the command; ends the process. */
    public static void main(String[] args) {
        System.setProperty("sun.net.httpserver.nodelay", "true");
        Logger.getLogger("").setLevel(Level.SEVERE);
        System.exit(new CommandLine(new BankSimulatorCommand())
                .setUsageHelpWidth(110)
                .execute(args));
    }

    @Override
    public Integer call() throws InterruptedException {
        try {
            return serve(config(Registry.read(registry)));
        } catch (InvalidInput invalid) {
            return refuse(
                    "--registry: " + registry,
                    invalid.violations().stream().map(Violation::inWords).toList());
        } catch (IOException unreadable) {
            return refuse("--registry: " + registry, List.of("cannot be read (expected: the gateway's registry file)"));
        }
    }

    private int serve(SimulatorConfig config) throws InterruptedException {
        CountDownLatch closed = new CountDownLatch(1);
        try (BankSimulator simulator = BankSimulator.start(config)) {
            Runtime.getRuntime()
                    .addShutdownHook(new Thread(
                            () -> {
                                simulator.close();
                                closed.countDown();
                            },
                            "simulator-shutdown"));
            spec.commandLine()
                    .getOut()
                    .printf(
                            "bank-simulator ready: %d institutions, control API at %s, seed %d%n",
                            simulator.institutions().size(), simulator.control(), seed);
            spec.commandLine().getOut().flush();
            closed.await();
            return 0;
        } catch (UncheckedIOException | IllegalArgumentException noCertificate) {
            return refuse("--certificates: " + certificates, List.of(String.valueOf(noCertificate.getMessage())));
        } catch (IOException portTaken) {
            spec.commandLine().getErr().println(portTaken.getMessage());
            return 1;
        }
    }

    private SimulatorConfig config(Registry institutions) {
        if (!"https".equals(gateway.getScheme()) || gateway.getHost() == null) {
            throw wrong("--gateway: " + gateway + " (expected: such as https://127.0.0.1:19003)");
        }
        if (controlPort < 0 || controlPort > 65_535) {
            throw wrong("--control-port: " + controlPort + " (expected: 0..65535)");
        }
        return SimulatorConfig.of(institutions, gateway)
                .withCertificates(certificates)
                .withControlPort(controlPort)
                .withOpenAccounts(openAccounts)
                .withSeed(seed);
    }

    /** Prints the errors of a file, without the usage, which would hide them. */
    private int refuse(String option, List<String> findings) {
        PrintWriter err = spec.commandLine().getErr();
        err.println(option);
        findings.forEach(finding -> err.println("  " + finding));
        err.flush();
        return CommandLine.ExitCode.USAGE;
    }

    private ParameterException wrong(String message) {
        return new ParameterException(spec.commandLine(), message);
    }
}
