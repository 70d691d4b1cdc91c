package org.stoppayment.recovery.forms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.stoppayment.proto.recovery.v1.RefundFormKind.REFUND_FORM_KIND_REPORT;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.stoppayment.kit.testing.ProxiedPostgresResource;
import org.stoppayment.proto.recovery.v1.RefundPlan;
import org.stoppayment.recovery.testkit.PayingInstitutionsResource;

/** Without a font the service starts and does everything else. */
@QuarkusTest
@TestProfile(MissingFontTest.NoFont.class)
@QuarkusTestResource(ProxiedPostgresResource.class)
@QuarkusTestResource(PayingInstitutionsResource.class)
class MissingFontTest extends FormFixture {

    /** The settings name a font that is not there. */
    public static final class NoFont implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("stoppayment.forms.font", "/nonexistent/font.ttc");
        }
    }

    @Test
    void formIsRefusedWithTheNameOfThePackageAndNothingIsKept() {
        RefundPlan plan = payablePlan();

        assertThatThrownBy(() -> make(plan, name(REFUND_FORM_KIND_REPORT)))
                .hasMessageContaining("FAILED_PRECONDITION")
                .hasMessageContaining("fonts-wqy-zenhei");

        assertThat(made(plan)).isEmpty();
        assertThat(refusal(plan, name(REFUND_FORM_KIND_REPORT))).isEmpty();
    }
}
