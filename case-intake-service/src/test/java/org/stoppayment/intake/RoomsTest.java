package org.stoppayment.intake;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;

/** Who may know whom. */
@AnalyzeClasses(packages = "org.stoppayment.intake", importOptions = ImportOption.DoNotIncludeTests.class)
class RoomsTest {

    @ArchTest
    static final ArchRule theDomainKnowsTheKernelAndTheJdkOnly = classes()
            .that()
            .resideInAPackage("..intake.domain..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    "org.stoppayment.intake.domain..",
                    "org.stoppayment.kernel..",
                    "java..",
                    "org.jspecify.annotations..");

    @ArchTest
    static final ArchRule protoTypesStayAtTheEdges = noClasses()
            .that()
            .resideOutsideOfPackages("..intake.grpc..", "..intake.messaging..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.stoppayment.proto..", "com.google.protobuf..", "io.grpc..");

    @ArchTest
    static final ArchRule useCasesDoNotKnowHowTheyAreReachedOrStored = noClasses()
            .that()
            .resideInAPackage("..intake.application..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "..intake.grpc..",
                    "..intake.persistence..",
                    "..intake.messaging..",
                    "io.vertx..",
                    "jakarta.persistence..");

    @ArchTest
    static final ArchRule theEdgesDoNotKnowEachOther = noClasses()
            .that()
            .resideInAPackage("..intake.grpc..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("..intake.persistence..", "..intake.messaging..");

    @ArchTest
    static final ArchRule nobodyKnowsAnotherService = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "org.stoppayment.freeze..",
                    "org.stoppayment.gateway..",
                    "org.stoppayment.recovery..",
                    "org.stoppayment.cli..");

    @ArchTest
    static final ArchRule timeAndIdsComeFromTheirOnePlace = noClasses()
            .should()
            .callMethod(Instant.class, "now")
            .orShould()
            .callMethod(System.class, "currentTimeMillis")
            .orShould()
            .callMethod(Clock.class, "systemUTC")
            .orShould()
            .callMethod(UUID.class, "randomUUID");
}
