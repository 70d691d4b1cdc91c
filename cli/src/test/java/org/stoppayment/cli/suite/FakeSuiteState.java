package org.stoppayment.cli.suite;

import java.nio.file.Path;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.stoppayment.cli.fake.TestCertificates;
import org.stoppayment.cli.postgres.DatabaseServer;

/** A state directory that records this JVM as a running suite. */
public final class FakeSuiteState {

    private FakeSuiteState() {}

    /** Writes it, with one gRPC port for all services and the port of the simulator's control API. */
    public static void write(Path directory, int grpcPort, int simulatorPort) {
        Map<ServiceName, Integer> grpc = new EnumMap<>(ServiceName.class);
        Map<ServiceName, Integer> management = new EnumMap<>(ServiceName.class);
        for (ServiceName service : ServiceName.values()) {
            grpc.put(service, grpcPort);
            management.put(service, simulatorPort);
        }
        StateDirectory state = new StateDirectory(directory);
        state.create();
        TestCertificates.write(state.certificates());
        state.write(new SuiteState(
                "/nowhere",
                Instant.EPOCH,
                new Ports(grpc, management, 1, List.of()),
                new DatabaseServer("127.0.0.1", 1, "nobody", ""),
                false,
                Map.of(),
                Map.of("intake", RecordedProcess.of(ProcessHandle.current()))));
    }
}
