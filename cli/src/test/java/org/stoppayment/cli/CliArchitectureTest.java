package org.stoppayment.cli;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.properties.HasOwner;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.io.UncheckedIOException;
import java.util.List;
import org.stoppayment.cli.files.FileAction;

/** The allowed dependencies between packages. */
@AnalyzeClasses(packages = "org.stoppayment.cli", importOptions = ImportOption.DoNotIncludeTests.class)
class CliArchitectureTest {

    /** From the lowest to the highest; a package may use only earlier ones. */
    private static final List<String> LAYERS = List.of(
            "..cli.text..",
            "..cli.output..",
            "..cli.html..",
            "..cli.files..",
            "..cli.waiting..",
            "..cli.postgres..",
            "..cli.settings..",
            "..cli.certificates..",
            "..cli.suite..",
            "..cli.client..",
            "..cli.institutions..",
            "..cli.cases..",
            "..cli.drill.plan..",
            "..cli.drill.accounting..",
            "..cli.drill.figures..",
            "..cli.drill.html..",
            "..cli.drill.run..",
            "..cli.command.common..",
            "..cli.command.view..",
            "..cli.command.suite..",
            "..cli.command.cases..",
            "..cli.command.duty..",
            "..cli.command.hold..",
            "..cli.command.objection..",
            "..cli.command.query..",
            "..cli.command.victim..",
            "..cli.command.refund..",
            "..cli.command.bank..",
            "..cli.command.certificate..",
            "..cli.command.institutions..",
            "..cli.command.simulation..",
            "..cli.command");

    @ArchTest
    static final ArchRule packagesAreFreeOfCycles =
            slices().matching("org.stoppayment.cli.(**)").should().beFreeOfCycles();

    @ArchTest
    static void packagesUseOnlyThoseBelowThem(JavaClasses classes) {
        for (int i = 0; i < LAYERS.size() - 1; i++) {
            noClasses()
                    .that()
                    .resideInAPackage(LAYERS.get(i))
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(LAYERS.subList(i + 1, LAYERS.size()).toArray(String[]::new))
                    .check(classes);
        }
    }

    @ArchTest
    static final ArchRule subcommandGroupsAreIndependent = slices().matching("org.stoppayment.cli.command.(*)..")
            .namingSlices("command group $1")
            .should()
            .notDependOnEachOther()
            .ignoreDependency(
                    DescribedPredicate.alwaysTrue(),
                    JavaClass.Predicates.resideInAnyPackage("..cli.command.common..", "..cli.command.view.."));

    /** {@link FileAction} tells such a failure in the language of who reads it. */
    @ArchTest
    static final ArchRule failuresOfFilesAreToldByFileAction = noClasses()
            .that()
            .resideOutsideOfPackage("..cli.html..") // reads what is packaged with it
            .should()
            .callConstructorWhere(JavaCall.Predicates.target(
                    HasOwner.Predicates.With.owner(JavaClass.Predicates.type(UncheckedIOException.class))));

    @ArchTest
    static final ArchRule onlyReportPagesLoadTheTemplateEngine = noClasses()
            .that()
            .resideOutsideOfPackage("..cli.html..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("io.quarkus.qute..");
}
