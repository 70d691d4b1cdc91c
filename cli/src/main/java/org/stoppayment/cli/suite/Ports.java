package org.stoppayment.cli.suite;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.stoppayment.cli.output.CliException;

/**
 * The ports of a suite, all on the loopback interface.
 *
 * @param grpc gRPC ports of the services
 * @param management HTTP ports of the services for health and metrics; the simulator's is its control
 * @param postgres port of the database
 * @param institutions ports of the simulated institutions, in the registry's order
 */
public record Ports(
        Map<ServiceName, Integer> grpc,
        Map<ServiceName, Integer> management,
        int postgres,
        List<Integer> institutions) {

    private static final int FIRST_GRPC = 19_001;
    private static final int FIRST_MANAGEMENT = 19_101;
    private static final int POSTGRES = 15_432;
    private static final int SIMULATOR_CONTROL = 18_100;
    /** The services in the order of their default ports. */
    private static final List<ServiceName> SERVICES =
            List.of(ServiceName.INTAKE, ServiceName.FREEZE, ServiceName.GATEWAY, ServiceName.RECOVERY);

    /** How ports are chosen. */
    public enum Choice {
        /** The documented ones. */
        DEFAULT,
        /** Any that are free. */
        FREE
    }

    /** The ports of a suite with that number of institutions. */
    public static Ports choose(Choice choice, int institutions) {
        return choice == Choice.DEFAULT ? defaults(institutions) : free(institutions);
    }

    /** The documented ports. */
    public static Ports defaults(int institutions) {
        return of(
                range(FIRST_GRPC, SERVICES.size()),
                range(FIRST_MANAGEMENT, SERVICES.size()),
                SIMULATOR_CONTROL,
                POSTGRES,
                range(SIMULATOR_CONTROL + 1, institutions));
    }

    private static List<Integer> range(int first, int count) {
        return IntStream.range(first, first + count).boxed().toList();
    }

    /** Ports that nothing listens on now. */
    public static Ports free(int institutions) {
        int services = SERVICES.size();
        List<Integer> free = FreePorts.find(2 * services + 2 + institutions);
        List<Integer> others = free.subList(2 * services, free.size());
        return of(
                free.subList(0, services),
                free.subList(services, 2 * services),
                others.get(0),
                others.get(1),
                List.copyOf(others.subList(2, others.size())));
    }

    private static Ports of(
            List<Integer> services, List<Integer> managed, int simulator, int postgres, List<Integer> institutions) {
        Map<ServiceName, Integer> grpc = new EnumMap<>(ServiceName.class);
        Map<ServiceName, Integer> management = new EnumMap<>(ServiceName.class);
        for (int i = 0; i < SERVICES.size(); i++) {
            grpc.put(SERVICES.get(i), services.get(i));
            management.put(SERVICES.get(i), managed.get(i));
        }
        management.put(ServiceName.SIMULATOR, simulator);
        return new Ports(grpc, management, postgres, institutions);
    }

    /** Throws when another process listens on one of them. */
    public void requireFree(boolean withPostgres) {
        List<Integer> taken = all(withPostgres)
                .filter(port -> !FreePorts.isFree(port))
                .sorted()
                .toList();
        if (!taken.isEmpty()) {
            throw CliException.failed(SuiteText.PORTS_IN_USE, taken.toString(), Hint.of("up --ports free"));
        }
    }

    /** All ports. */
    public Stream<Integer> all(boolean withPostgres) {
        Stream<Integer> services = Stream.concat(grpc.values().stream(), management.values().stream());
        Stream<Integer> others = Stream.concat(institutions.stream(), withPostgres ? Stream.of(postgres) : Stream.of());
        return Stream.concat(services, others).distinct();
    }

    String grpcAddress(ServiceName service) {
        return "127.0.0.1:" + port(grpc, service);
    }

    String httpAddress(ServiceName service) {
        return "http://127.0.0.1:" + port(management, service);
    }

    String callbackAddress() {
        return "https://127.0.0.1:" + port(grpc, ServiceName.GATEWAY);
    }

    static int port(Map<ServiceName, Integer> ports, ServiceName service) {
        Integer port = ports.get(service);
        if (port == null) {
            throw new IllegalArgumentException("service: " + service + " (expected: one with such a port)");
        }
        return port;
    }
}
