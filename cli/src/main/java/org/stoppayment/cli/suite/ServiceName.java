package org.stoppayment.cli.suite;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import org.stoppayment.kernel.CertificateSubject;
import org.stoppayment.kernel.CertificateSubject.Kind;
import org.stoppayment.kernel.ServiceNames;

/** A process of the suite. A service comes after those that it calls. */
public enum ServiceName {
    /** The simulated institutions. */
    SIMULATOR("simulator", "", "bank-simulator", "target/bank-simulator.jar", ""),
    /** fund-recovery-service. */
    RECOVERY(
            "recovery",
            ServiceNames.FUND_RECOVERY,
            "fund-recovery-service",
            ServiceName.QUARKUS_JAR,
            "stoppayment_recovery"),
    /** bank-gateway-service. */
    GATEWAY("gateway", ServiceNames.BANK_GATEWAY, "bank-gateway-service", ServiceName.QUARKUS_JAR, ""),
    /** account-freeze-service. */
    FREEZE(
            "freeze",
            ServiceNames.ACCOUNT_FREEZE,
            "account-freeze-service",
            ServiceName.QUARKUS_JAR,
            "stoppayment_freeze"),
    /** case-intake-service. */
    INTAKE("intake", ServiceNames.CASE_INTAKE, "case-intake-service", ServiceName.QUARKUS_JAR, "stoppayment_intake");

    private static final String QUARKUS_JAR = "target/quarkus-app/quarkus-run.jar";

    private final String id;
    private final String certified;
    private final String module;
    private final String jar;
    private final String database;

    ServiceName(String id, String certified, String module, String jar, String database) {
        this.id = id;
        this.certified = certified;
        this.module = module;
        this.jar = jar;
        this.database = database;
    }

    /** Its short name. */
    public String id() {
        return id;
    }

    /** Whom its certificate names; the simulator has none. */
    public CertificateSubject subject() {
        return new CertificateSubject(Kind.SERVICE, certified);
    }

    /** Its jar in the repository {@code home}. */
    public Path jar(Path home) {
        return home.resolve(module).resolve(jar);
    }

    /** The name of its database, and of the role with which it reads and writes there; empty when it has none. */
    public Optional<String> database() {
        return Optional.of(database).filter(name -> !name.isEmpty());
    }

    /** True for the services, which speak gRPC; the simulator does not. */
    public boolean speaksGrpc() {
        return this != SIMULATOR;
    }

    /** The path of its readiness check. */
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
