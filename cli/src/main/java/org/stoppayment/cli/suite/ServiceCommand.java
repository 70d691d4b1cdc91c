package org.stoppayment.cli.suite;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** How a process of the suite is started: as production runs it, told everything by environment variables. */
final class ServiceCommand {

    /** A heap this small is collected in a few milliseconds by one thread, and its barriers are the cheapest there are. */
    private static final List<String> MEMORY = List.of("-Xms32m", "-Xmx256m", "-XX:+UseSerialGC");

    /** Logs are UTF-8 in any locale, or what is Chinese in them is lost. */
    private static final List<String> ENCODING = List.of("-Dfile.encoding=UTF-8", "-Dstdout.encoding=UTF-8");

    /** The variable that names a rule set; without it, the repository's. */
    static final String RULES = "STOPPAYMENT_RULES";

    private static final Pattern TUNING = Pattern.compile("STOPPAYMENT_(?!DB_|REGISTRY$)\\w+(?<!_ADDRESS)");

    private ServiceCommand() {}

    /** True for a variable about how a service works; where it finds database, peers and registry, the suite decides. */
    static boolean isCallersToDecide(String variable) {
        return TUNING.matcher(variable).matches();
    }

    /** The command line. */
    static List<String> line(ServiceName service, SuiteState state, StateDirectory directory) {
        List<String> line = new ArrayList<>(ownSession());
        line.add(Path.of(System.getProperty("java.home", ""), "bin", "java").toString());
        line.addAll(MEMORY);
        line.addAll(ENCODING);
        line.add("-jar");
        line.add(service.jar(state.homePath()).toString());
        if (service == ServiceName.SIMULATOR) {
            line.addAll(List.of(
                    "--registry",
                    directory.registry().toString(),
                    "--control-port",
                    Integer.toString(Ports.port(state.ports().http(), service)),
                    "--gateway",
                    state.ports().httpAddress(ServiceName.GATEWAY)));
        }
        return line;
    }

    /** The environment variables, on top of those of this process. */
    static Map<String, String> environment(ServiceName service, SuiteState state, StateDirectory directory) {
        Ports ports = state.ports();
        Map<String, String> variables = new LinkedHashMap<>();
        if (service.speaksGrpc()) {
            variables.put("QUARKUS_HTTP_HOST", "127.0.0.1");
            variables.put("QUARKUS_HTTP_PORT", Integer.toString(Ports.port(ports.http(), service)));
        }
        service.database().ifPresent(database -> {
            variables.put("STOPPAYMENT_DB_ADDRESS", state.database().address());
            variables.put("STOPPAYMENT_DB_NAME", database);
            variables.put("STOPPAYMENT_DB_USER", state.database().user());
            variables.put("STOPPAYMENT_DB_PASSWORD", state.database().password());
        });
        switch (service) {
            case INTAKE -> variables.put("STOPPAYMENT_FREEZE_ADDRESS", ports.grpcAddress(ServiceName.FREEZE));
            case FREEZE -> {
                variables.put("STOPPAYMENT_GATEWAY_ADDRESS", ports.grpcAddress(ServiceName.GATEWAY));
                variables.put("STOPPAYMENT_RECOVERY_ADDRESS", ports.grpcAddress(ServiceName.RECOVERY));
                variables.put(RULES, Home.rules(state.homePath()).toString());
            }
            case GATEWAY -> {
                variables.put("STOPPAYMENT_FREEZE_ADDRESS", ports.grpcAddress(ServiceName.FREEZE));
                variables.put("STOPPAYMENT_REGISTRY", directory.registry().toString());
            }
            case RECOVERY, SIMULATOR -> {}
        }
        variables.putAll(state.environment().getOrDefault(service.id(), Map.of()));
        return variables;
    }

    /** A session of its own: Ctrl-C and a closed terminal are for us alone to act on. */
    private static List<String> ownSession() {
        if (Files.isExecutable(Path.of("/usr/bin/setsid"))) {
            return List.of("/usr/bin/setsid");
        }
        return List.of("nohup");
    }
}
