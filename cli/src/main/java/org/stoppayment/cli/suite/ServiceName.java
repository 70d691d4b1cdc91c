package org.stoppayment.cli.suite;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;

/** A process of the suite, from right to left: a service comes after those that it sends to. */
public enum ServiceName {
    /** The simulated institutions. */
    SIMULATOR("simulator", "bank-simulator", "target/bank-simulator.jar", ""),
    /** The books of recovered money. */
    RECOVERY("recovery", "fund-recovery-service", ServiceName.QUARKUS_JAR, "stoppayment_recovery"),
    /** The way to the institutions. */
    GATEWAY("gateway", "bank-gateway-service", ServiceName.QUARKUS_JAR, ""),
    /** Stop orders. */
    FREEZE("freeze", "account-freeze-service", ServiceName.QUARKUS_JAR, "stoppayment_freeze"),
    /** Where reports come in. */
    INTAKE("intake", "case-intake-service", ServiceName.QUARKUS_JAR, "stoppayment_intake");

    private static final String QUARKUS_JAR = "target/quarkus-app/quarkus-run.jar";

    private final String id;
    private final String module;
    private final String jar;
    private final String database;

    ServiceName(String id, String module, String jar, String database) {
        this.id = id;
        this.module = module;
        this.jar = jar;
        this.database = database;
    }

    /** Its short name, as people type it. */
    public String id() {
        return id;
    }

    /** Its jar in the repository {@code home}. */
    public Path jar(Path home) {
        return home.resolve(module).resolve(jar);
    }

    /** The name of its database, empty when it has none. */
    public Optional<String> database() {
        return Optional.of(database).filter(name -> !name.isEmpty());
    }

    /** True for the services, which speak gRPC; the simulator does not. */
    public boolean speaksGrpc() {
        return this != SIMULATOR;
    }

    /** Where it answers once it is ready. */
    String readinessPath() {
        return this == SIMULATOR ? "/health" : "/q/health/ready";
    }

    /** The service with this short name. */
    public static Optional<ServiceName> of(String id) {
        return Arrays.stream(values()).filter(name -> name.id.equals(id)).findFirst();
    }

    @Override
    public String toString() {
        return id;
    }
}
