package org.stoppayment.recovery.batches;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.stoppayment.kit.testing.ProxiedPostgresResource;
import org.stoppayment.recovery.testkit.PayingInstitutionsResource;

/** A batch has no more plans than are set, and no more are looked at for it. */
@QuarkusTest
@TestProfile(BatchLimitsTest.SmallLimits.class)
@QuarkusTestResource(ProxiedPostgresResource.class)
@QuarkusTestResource(PayingInstitutionsResource.class)
class BatchLimitsTest extends BatchFixture {

    /** Three plans of five. */
    public static final class SmallLimits implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("stoppayment.batches.max-plans", "3", "stoppayment.batches.max-candidates", "5");
        }
    }

    @Test
    void morePlansThanABatchMayHaveAreRefusedUntilTheCriteriaAreNarrower() {
        payable(3);
        assertThat(preview(ofTheDesk()).getPlansCount()).isEqualTo(3);
        payable(1);

        assertRefused("TOO_MANY_PLANS", () -> preview(ofTheDesk()));
        assertRefused("at most 3 for a batch", () -> preview(ofTheDesk()));
        assertRefused("TOO_MANY_PLANS", () -> create(DIGEST));

        assertThat(preview(ofTheDesk().setFromFen(200)).getPlansCount()).isEqualTo(2);
    }

    @Test
    void morePlansThanMayBeLookedAtAreRefusedAlsoWhenFewAreChosen() {
        payable(5);
        assertThat(preview(ofTheDesk().setFromFen(500)).getPlansCount()).isEqualTo(1);
        payable(1);

        assertRefused("at most 5 to look at", () -> preview(ofTheDesk().setFromFen(500)));
    }
}
