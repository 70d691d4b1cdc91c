package org.stoppayment.kernel;

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

/** The kernel has no dependencies, and only SystemTime and Ids read the clock and make ids. */
@AnalyzeClasses(packages = "org.stoppayment.kernel", importOptions = ImportOption.DoNotIncludeTests.class)
class KernelDependenciesTest {

    @ArchTest
    static final ArchRule onlyTheJdkAndNullnessAnnotationsAreImported = classes()
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    "org.stoppayment.kernel..",
                    "java..",
                    "javax.crypto..",
                    "javax.naming..",
                    "javax.security.auth..",
                    "org.jspecify.annotations..");

    @ArchTest
    static final ArchRule onlySystemTimeReadsTheClock = noClasses()
            .that()
            .doNotHaveFullyQualifiedName("org.stoppayment.kernel.SystemTime")
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
    static final ArchRule onlyIdsMakesIds = noClasses()
            .that()
            .doNotHaveFullyQualifiedName("org.stoppayment.kernel.ids.Ids")
            .should()
            .callMethod(UUID.class, "randomUUID")
            .orShould()
            .dependOnClassesThat()
            .areAssignableTo(SecureRandom.class);
}
