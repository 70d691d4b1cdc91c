package org.stoppayment.system.testkit;

import java.util.Map;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Hands the one suite to the tests that can share it; it is stopped after the last of them. */
public final class SharedSuite implements ParameterResolver {

    /** Waiting is cut short: what takes minutes in production is over in seconds here. */
    public static final Map<String, String> FREEZE_SETTINGS = Map.of(
            "STOPPAYMENT_RULES",
                    QuickRules.file(
                            "quick", Map.of("budget", "PT8S", "firstInquiry", "PT0.5S", "slowestInquiry", "PT2S")),
            "STOPPAYMENT_GATEWAY_DEADLINE", "PT5.5S",
            "STOPPAYMENT_FREEZE_LEASE", "PT6S",
            "STOPPAYMENT_FREEZE_FEEDBACK_PATIENCE", "PT6S");

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == RunningSuite.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return context.getRoot()
                .getStore(Namespace.create(SharedSuite.class))
                .getOrComputeIfAbsent(
                        "running", key -> new Held(RunningSuite.start("shared", FREEZE_SETTINGS, Map.of())), Held.class)
                .running();
    }

    private record Held(RunningSuite running) implements AutoCloseable {
        @Override
        public void close() {
            running.close();
        }
    }
}
