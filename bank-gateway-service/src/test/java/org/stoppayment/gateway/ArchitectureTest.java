package org.stoppayment.gateway;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** The rooms of the gateway, and which of them may see which. */
@AnalyzeClasses(packages = "org.stoppayment.gateway", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule domainIsPlainJava = classes()
            .that()
            .resideInAPackage("..gateway.domain")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage("java..", "org.stoppayment.kernel", "org.stoppayment.gateway.domain", "org.jspecify..");

    @ArchTest
    static final ArchRule applicationSeesTheDomainAndItsPortsOnly = classes()
            .that()
            .resideInAPackage("..gateway.application")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    "java..",
                    "org.stoppayment.kernel",
                    "org.stoppayment.gateway.domain",
                    "org.stoppayment.gateway.application",
                    "io.smallrye.mutiny..",
                    "jakarta.enterprise..",
                    "jakarta.inject..",
                    "org.jspecify..");

    @ArchTest
    static final ArchRule protoStaysAtTheGrpcEdges = noClasses()
            .that()
            .resideOutsideOfPackages("..gateway.grpc", "..gateway.freeze")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.stoppayment.proto..", "com.google.protobuf..");

    @ArchTest
    static final ArchRule edgesDoNotReachIntoTheLines = noClasses()
            .that()
            .resideInAnyPackage("..gateway.grpc", "..gateway.rest", "..gateway.freeze", "..gateway.registry")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("..gateway.banks");

    @ArchTest
    static final ArchRule guardsKnowNoProtocol = noClasses()
            .that()
            .resideInAPackage("..gateway.banks")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("..gateway.banks.rest", "io.vertx..");

    @ArchTest
    static final ArchRule timeComesFromTheInjectedSource = noClasses()
            .should()
            .callMethod(java.time.Instant.class, "now")
            .orShould()
            .callMethod(System.class, "currentTimeMillis")
            .orShould()
            .callMethod(System.class, "nanoTime")
            .orShould()
            .callMethod(java.time.InstantSource.class, "system");

    @ArchTest
    static final ArchRule idsComeFromOnePlace = noClasses().should().callMethod(java.util.UUID.class, "randomUUID");
}
