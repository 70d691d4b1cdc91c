package org.stoppayment.freeze;

import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.junit.ArchTests;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.tngtech.archunit.lang.syntax.ArchRuleDefinition;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.stoppayment.kit.testing.LayerRules;

/** The features of account-freeze, which may import which, and the layers inside each. */
@AnalyzeClasses(packages = ArchitectureTest.ROOT, importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    static final String ROOT = "org.stoppayment.freeze";

    /** From the lowest to the highest. A feature imports those of the sets before its own, and no other of its own set. */
    private static final List<Set<String>> FEATURES = List.of(
            Set.of("shared"),
            Set.of("rules"),
            Set.of("alerts"),
            Set.of("books"),
            Set.of("parties"),
            Set.of("orders"),
            Set.of("tracing", "amendments"),
            Set.of("dissuasion", "mules", "watch", "attention", "holds", "statistics"),
            Set.of("objections", "queries"),
            Set.of("facts"),
            Set.of("api"));

    @ArchTest
    static final ArchTests layers = ArchTests.in(LayerRules.class);

    @ArchTest
    static final ArchRule featuresImportDownwardsOnly = ArchRuleDefinition.classes()
            .should(new ArchCondition<>("import only features below their own") {
                @Override
                public void check(JavaClass one, ConditionEvents events) {
                    for (Dependency dependency : one.getDirectDependenciesFromSelf()) {
                        JavaClass target = dependency.getTargetClass();
                        if (target.getPackageName().startsWith(ROOT) && !mayImport(feature(one), feature(target))) {
                            events.add(SimpleConditionEvent.violated(dependency, dependency.getDescription()));
                        }
                    }
                }
            });

    @ArchTest
    static final ArchRule classesAreFreeOfCycles = slices().assignedFrom(new SliceAssignment() {
                @Override
                public SliceIdentifier getIdentifierOf(JavaClass one) {
                    return SliceIdentifier.of(topLevel(one).getName());
                }

                @Override
                public String getDescription() {
                    return "top-level classes";
                }
            })
            .should()
            .beFreeOfCycles();

    private static boolean mayImport(String feature, String target) {
        return feature.equals(target) || level(target) < level(feature);
    }

    private static int level(String feature) {
        return IntStream.range(0, FEATURES.size())
                .filter(i -> FEATURES.get(i).contains(feature))
                .findFirst()
                .orElseThrow(() -> new AssertionError("feature: " + feature + " (expected: one of " + FEATURES + ")"));
    }

    private static String feature(JavaClass one) {
        String name = one.getPackageName();
        return name.length() == ROOT.length()
                ? ""
                : name.substring(ROOT.length() + 1).replaceFirst("\\..*", "");
    }

    private static JavaClass topLevel(JavaClass one) {
        return one.getEnclosingClass().map(ArchitectureTest::topLevel).orElse(one);
    }
}
