package org.stoppayment.recovery;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.util.UUID;

/** The rooms of recovery, and which of them may see which. */
@AnalyzeClasses(packages = "org.stoppayment.recovery", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule domainImportsTheKernelAndTheJdkOnly = classes()
            .that()
            .resideInAPackage("..recovery.domain")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage("java..", "org.stoppayment.kernel", "..recovery.domain", "org.jspecify..");

    @ArchTest
    static final ArchRule applicationSeesTheDomainAndItsPortsOnly = classes()
            .that()
            .resideInAPackage("..recovery.application")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    "java..",
                    "org.stoppayment.kernel",
                    "..recovery.domain",
                    "..recovery.application",
                    "io.smallrye.mutiny..",
                    "jakarta.enterprise..",
                    "jakarta.inject..",
                    "org.jspecify..");

    @ArchTest
    static final ArchRule protoStaysAtTheEdges = noClasses()
            .that()
            .resideOutsideOfPackages("..recovery.grpc", "..recovery.messaging")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.stoppayment.proto..", "com.google.protobuf..", "io.grpc..");

    @ArchTest
    static final ArchRule nobodyReachesIntoPersistence = noClasses()
            .that()
            .resideOutsideOfPackage("..recovery.persistence")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "..recovery.persistence", "io.vertx.sqlclient..", "io.vertx.mutiny..", "jakarta.persistence..");

    @ArchTest
    static final ArchRule edgesDoNotSeeEachOther = noClasses()
            .that()
            .resideInAPackage("..recovery.grpc")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("..recovery.messaging");

    @ArchTest
    static final ArchRule timeComesFromTheInjectedSource = noClasses()
            .should()
            .callMethod(Instant.class, "now")
            .orShould()
            .callMethod(System.class, "currentTimeMillis")
            .orShould()
            .callMethod(System.class, "nanoTime")
            .orShould()
            .callMethod(InstantSource.class, "system")
            .orShould()
            .callMethod(Clock.class, "systemUTC");

    @ArchTest
    static final ArchRule idsComeFromOnePlace = noClasses()
            .should()
            .callMethod(UUID.class, "randomUUID")
            .orShould()
            .dependOnClassesThat()
            .areAssignableTo(SecureRandom.class);
}
