package org.stoppayment.cli.command;

import java.util.List;
import org.stoppayment.cli.cases.Comparison.Scope;

/**
 * A case of the demo.
 *
 * @param name what its files are called
 * @param scope how much of it must be as expected; the levels after the first are not followed yet
 */
record DemoCase(String name, Scope scope) {

    static final List<DemoCase> ALL = List.of(
            new DemoCase("shanghai-corporate-4m", Scope.WHOLE),
            new DemoCase("zhangzhou-loan-140k", Scope.WHOLE),
            new DemoCase("fuzhou-credit-228k", Scope.FIRST_LEVEL),
            new DemoCase("suzhou-own-card-50k", Scope.FIRST_LEVEL),
            new DemoCase("ningbo-ten-levels-6m", Scope.FIRST_LEVEL));
}
