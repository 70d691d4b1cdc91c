package org.stoppayment.gateway;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.junit.ArchTests;
import com.tngtech.archunit.lang.ArchRule;
import org.stoppayment.kit.testing.HouseRules;

/** The rooms of the gateway, and which of them may see which. */
@AnalyzeClasses(packages = "org.stoppayment.gateway", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchTests house = ArchTests.in(HouseRules.class);

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
}
