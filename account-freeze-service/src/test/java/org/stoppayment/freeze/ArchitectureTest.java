package org.stoppayment.freeze;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** The rooms of account-freeze, and which of them may see which. */
@AnalyzeClasses(packages = "org.stoppayment.freeze", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule domainIsPlainJava = classes()
            .that()
            .resideInAPackage("..freeze.domain..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    "java..", "org.stoppayment.kernel", "org.stoppayment.freeze.domain..", "org.jspecify..");

    @ArchTest
    static final ArchRule protoStaysAtTheWires = noClasses()
            .that()
            .resideOutsideOfPackages("..freeze.grpc", "..freeze.messaging")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.stoppayment.proto..", "com.google.protobuf..", "io.grpc..");

    @ArchTest
    static final ArchRule applicationKnowsItsPortsOnly = noClasses()
            .that()
            .resideInAPackage("..freeze.application")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("..freeze.grpc", "..freeze.persistence", "..freeze.messaging", "..freeze.timers");

    @ArchTest
    static final ArchRule applicationKnowsNoDatabase = noClasses()
            .that()
            .resideInAPackage("..freeze.application")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("io.vertx..", "java.sql..", "jakarta.persistence..");

    @ArchTest
    static final ArchRule roomsDoNotReachIntoEachOther = noClasses()
            .that()
            .resideInAPackage("..freeze.persistence")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("..freeze.grpc", "..freeze.messaging", "..freeze.timers");

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
