package org.stoppayment.recovery.testkit;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;

/** Puts fund-recovery before a gateway and an account-freeze of its own; tests get them through a field of that type. */
public final class PayingInstitutionsResource implements QuarkusTestResourceLifecycleManager {

    private PayingInstitutions institutions;

    @Override
    public Map<String, String> start() {
        institutions = new PayingInstitutions();
        return Map.of(
                "stoppayment.gateway.address", institutions.gatewayAddress(),
                "stoppayment.freeze.address", institutions.freezeAddress(),
                "stoppayment.payments.first-pause", "PT0.01S",
                "stoppayment.payments.longest-pause", "PT0.05S",
                "stoppayment.payments.inquiry", "PT0.05S",
                "stoppayment.payments.lease", "PT10S",
                "stoppayment.payments.doubt", "PT1S",
                "stoppayment.payments.max-in-flight", "3");
    }

    @Override
    public void inject(TestInjector injector) {
        injector.injectIntoFields(institutions, new TestInjector.MatchesType(PayingInstitutions.class));
    }

    @Override
    public void stop() {
        institutions.close();
    }
}
