package org.stoppayment.gateway;

import static com.tngtech.archunit.base.DescribedPredicate.alwaysTrue;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.junit.ArchTests;
import com.tngtech.archunit.lang.ArchRule;
import org.stoppayment.kit.testing.LayerRules;

/** The features of the gateway and their order: {@code banks > trial > orders > queries, refunds > feedback > registry}. */
@AnalyzeClasses(packages = "org.stoppayment.gateway", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchTests layerRules = ArchTests.in(LayerRules.class);

    @ArchTest
    static final ArchRule featuresDependDownwardsOnly = layeredArchitecture()
            .consideringOnlyDependenciesInAnyPackage("org.stoppayment.gateway..")
            .layer("banks")
            .definedBy("..gateway.banks..")
            .layer("trial")
            .definedBy("..gateway.trial..")
            .layer("orders")
            .definedBy("..gateway.orders..")
            .layer("queries")
            .definedBy("..gateway.queries..")
            .layer("refunds")
            .definedBy("..gateway.refunds..")
            .layer("feedback")
            .definedBy("..gateway.feedback..")
            .layer("registry")
            .definedBy("..gateway.registry..")
            .whereLayer("banks")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("trial")
            .mayOnlyBeAccessedByLayers("banks")
            .whereLayer("orders")
            .mayOnlyBeAccessedByLayers("banks", "trial")
            .whereLayer("queries")
            .mayOnlyBeAccessedByLayers("banks", "trial", "orders")
            .whereLayer("refunds")
            .mayOnlyBeAccessedByLayers("banks")
            .whereLayer("feedback")
            .mayOnlyBeAccessedByLayers("banks", "trial", "orders", "queries", "refunds")
            .ignoreDependency(alwaysTrue(), resideInAPackage("org.stoppayment.gateway"));

    @ArchTest
    static final ArchRule packagesAreFreeOfCycles =
            slices().matching("org.stoppayment.gateway.(**)").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule featuresDoNotDependOnTheBankClients = noClasses()
            .that()
            .resideInAnyPackage(
                    "..gateway.trial..",
                    "..gateway.orders..",
                    "..gateway.queries..",
                    "..gateway.refunds..",
                    "..gateway.feedback..",
                    "..gateway.registry..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("..gateway.banks..");

    @ArchTest
    static final ArchRule guardsDoNotDependOnProtocols = noClasses()
            .that()
            .resideInAPackage("..gateway.banks")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("..gateway.banks.rest..", "io.vertx..");
}
