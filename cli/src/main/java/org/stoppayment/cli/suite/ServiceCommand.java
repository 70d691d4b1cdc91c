package org.stoppayment.cli.suite;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.stoppayment.cli.certificates.CertificateFiles;
import org.stoppayment.cli.settings.Settings;

/** The command line and environment variables of a process of the suite. */
final class ServiceCommand {

    /**
     * The serial collector suits a small heap: short pauses and the cheapest barriers. A process that has run out of memory ends: what
     * still runs of it cannot be trusted.
     */
    private static final List<String> MEMORY =
            List.of("-Xms32m", "-Xmx256m", "-XX:+UseSerialGC", "-XX:+ExitOnOutOfMemoryError");

    /** UTF-8 in any locale; Chinese text in the logs would be lost otherwise. */
    private static final List<String> ENCODING = List.of("-Dfile.encoding=UTF-8", "-Dstdout.encoding=UTF-8");

    private ServiceCommand() {}

    /** The command line. */
    static List<String> commandLine(ServiceName service, SuiteState state, StateDirectory directory) {
        List<String> line = new ArrayList<>(newSession());
        line.add(Path.of(System.getProperty("java.home", ""), "bin", "java").toString());
        line.addAll(MEMORY);
        line.addAll(ENCODING);
        line.add("-jar");
        line.add(service.jar(state.homePath()).toString());
        if (service == ServiceName.SIMULATOR) {
            line.addAll(List.of(
                    "--registry",
                    directory.simulated().toString(),
                    "--control-port",
                    Integer.toString(Ports.port(state.ports().management(), service)),
                    "--gateway",
                    state.ports().callbackAddress(),
                    "--certificates",
                    directory.certificates().directory().toString()));
        }
        return line;
    }

    /** The environment variables to add to those of this process. */
    static Map<String, String> environment(ServiceName service, SuiteState state, StateDirectory directory) {
        Ports ports = state.ports();
        Map<String, String> variables = new LinkedHashMap<>();
        if (service.speaksGrpc()) {
            variables.put("QUARKUS_HTTP_HOST", "127.0.0.1");
            variables.put("QUARKUS_HTTP_PORT", Integer.toString(Ports.port(ports.grpc(), service)));
            variables.put("QUARKUS_MANAGEMENT_HOST", "127.0.0.1");
            variables.put("QUARKUS_MANAGEMENT_PORT", Integer.toString(Ports.port(ports.management(), service)));
            // For those who try the suite out with tools; a service that is run otherwise does not tell its contract.
            variables.put("QUARKUS_GRPC_SERVER_ENABLE_REFLECTION_SERVICE", "true");
        }
        if (service.speaksGrpc()) {
            CertificateFiles files = directory.certificates();
            variables.put(
                    Settings.TLS_CERTIFICATE,
                    files.certificate(service.subject()).toString());
            variables.put(Settings.TLS_KEY, files.key(service.subject()).toString());
            variables.put(Settings.TLS_AUTHORITIES, files.authorities().toString());
        }
        service.database().ifPresent(database -> {
            variables.put("STOPPAYMENT_DB_ADDRESS", state.database().address());
            variables.put("STOPPAYMENT_DB_NAME", database);
            variables.put("STOPPAYMENT_DB_USER", database);
            variables.put("STOPPAYMENT_DB_PASSWORD", directory.rolePassword(database));
            variables.put("STOPPAYMENT_DB_OWNER", state.database().user());
            variables.put("STOPPAYMENT_DB_OWNER_PASSWORD", state.database().password());
        });
        switch (service) {
            case INTAKE -> variables.put("STOPPAYMENT_FREEZE_ADDRESS", ports.grpcAddress(ServiceName.FREEZE));
            case FREEZE -> {
                variables.put("STOPPAYMENT_GATEWAY_ADDRESS", ports.grpcAddress(ServiceName.GATEWAY));
                variables.put("STOPPAYMENT_RECOVERY_ADDRESS", ports.grpcAddress(ServiceName.RECOVERY));
                variables.put(Settings.RULES, Home.rules(state.homePath()).toString());
            }
            case GATEWAY -> {
                variables.put("STOPPAYMENT_FREEZE_ADDRESS", ports.grpcAddress(ServiceName.FREEZE));
                variables.put("STOPPAYMENT_RECOVERY_ADDRESS", ports.grpcAddress(ServiceName.RECOVERY));
                variables.put(Settings.REGISTRY, directory.registry().toString());
            }
            case RECOVERY -> {
                variables.put("STOPPAYMENT_GATEWAY_ADDRESS", ports.grpcAddress(ServiceName.GATEWAY));
                variables.put("STOPPAYMENT_FREEZE_ADDRESS", ports.grpcAddress(ServiceName.FREEZE));
            }
            case SIMULATOR -> {}
        }
        variables.putAll(state.environment().getOrDefault(service.id(), Map.of()));
        return variables;
    }

    /** A new session, so that Ctrl-C and a closed terminal do not reach the process. */
    private static List<String> newSession() {
        if (Files.isExecutable(Path.of("/usr/bin/setsid"))) {
            return List.of("/usr/bin/setsid");
        }
        return List.of("nohup");
    }
}
