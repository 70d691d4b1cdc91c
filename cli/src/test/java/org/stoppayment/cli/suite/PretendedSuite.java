package org.stoppayment.cli.suite;

import java.nio.file.Path;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.stoppayment.cli.postgres.DatabaseServer;

/** A state directory that says that this JVM is a running suite. */
public final class PretendedSuite {

    private PretendedSuite() {}

    /** Writes it: all services speak gRPC on one port, the simulator's control is on the other. */
    public static void write(Path directory, int grpcPort, int simulatorPort) {
        Map<ServiceName, Integer> grpc = new EnumMap<>(ServiceName.class);
        Map<ServiceName, Integer> http = new EnumMap<>(ServiceName.class);
        for (ServiceName service : ServiceName.values()) {
            grpc.put(service, grpcPort);
            http.put(service, simulatorPort);
        }
        StateDirectory state = new StateDirectory(directory);
        state.create();
        state.write(new SuiteState(
                "/nowhere",
                Instant.EPOCH,
                new Ports(grpc, http, 1, List.of()),
                new DatabaseServer("127.0.0.1", 1, "nobody", ""),
                false,
                Map.of(),
                Map.of("intake", RecordedProcess.of(ProcessHandle.current()))));
    }
}
