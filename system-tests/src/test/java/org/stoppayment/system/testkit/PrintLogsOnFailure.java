package org.stoppayment.system.testkit;

import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.TestWatcher;

/** Prints the ends of the services' logs when a test fails. */
public final class PrintLogsOnFailure implements TestWatcher {

    @Override
    public void testFailed(ExtensionContext context, Throwable cause) {
        System.out.println("--- " + context.getDisplayName() + " failed; the services' logs end with:\n"
                + RunningSuite.logsOfOpenHouses());
    }
}
