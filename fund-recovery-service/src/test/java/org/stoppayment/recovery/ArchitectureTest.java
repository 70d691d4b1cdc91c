package org.stoppayment.recovery;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.junit.ArchTests;
import com.tngtech.archunit.lang.ArchRule;
import java.security.SecureRandom;
import org.stoppayment.kit.testing.LayerRules;

/** The layers of fund-recovery, and what each may import. */
@AnalyzeClasses(packages = "org.stoppayment.recovery", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchTests layerRules = ArchTests.in(LayerRules.class);

    @ArchTest
    static final ArchRule secureRandomIsNotUsed =
            noClasses().should().dependOnClassesThat().areAssignableTo(SecureRandom.class);
}
