package org.stoppayment.freeze;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.junit.ArchTests;
import org.stoppayment.kit.testing.HouseRules;

/** The rooms of account-freeze, and which of them may see which. */
@AnalyzeClasses(packages = "org.stoppayment.freeze", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchTests house = ArchTests.in(HouseRules.class);
}
