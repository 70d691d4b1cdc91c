package org.stoppayment.gateway.orders.grpc;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.stoppayment.gateway.testkit.Feedbacks;
import org.stoppayment.gateway.testkit.Freezes;
import org.stoppayment.gateway.testkit.TestBedResource;
import org.stoppayment.proto.gateway.v1.Outcome;

/** Renewals, lifts and changes of freezes, from the gateway to an institution. */
@QuarkusTest
@QuarkusTestResource(TestBedResource.class)
class FreezeAmendmentContractTest extends FreezeContractTestBase {

    @ParameterizedTest
    @ValueSource(strings = {"0000", "0800", "1800"})
    void renewalIsAnsweredWithACodeOnly(String code) {
        String id = "renewal-" + code;
        answer("/v1/freezes/renewals", id, Feedbacks.code(id, code));

        Outcome outcome =
                gateway.calls().sendFreezeRenewal(Freezes.renewal(BANK, id)).getOutcome();

        assertThat(outcome.getFeedback().getResultCode()).isEqualTo(code);
        assertThat(outcome.getFeedback().hasFreeze()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"0000", "0400", "1900"})
    void liftOfAFreezeIsAnsweredWithACodeOnly(String code) {
        String id = "freeze-lift-" + code;
        answer("/v1/freezes/lifts", id, Feedbacks.code(id, code));

        Outcome outcome = gateway.calls().sendFreezeLift(Freezes.lift(BANK, id)).getOutcome();

        assertThat(outcome.getFeedback().getResultCode()).isEqualTo(code);
    }

    @Test
    void changeIsAnsweredWithTheNewSum() {
        answer("/v1/freezes/changes", "change-1", Freezes.frozen("change-1", "0000", 4_000_000));

        Outcome outcome = gateway.calls()
                .sendFreezeChange(Freezes.change(BANK, "change-1"))
                .getOutcome();

        assertThat(outcome.getFeedback().getFreeze().getFrozenFen()).isEqualTo(4_000_000);
    }

    @Test
    void violationsOfAnAmendmentAreNamedWithTheirPath() {
        var lift = Freezes.lift(BANK, "freeze-lift-form").toBuilder();
        lift.getAmendmentBuilder().clearOriginalApplicationId().clearLegalBasis();
        var renewal = Freezes.renewal(BANK, "renewal-form").toBuilder().clearExpiresAt();
        var change = Freezes.change(BANK, "change-form").toBuilder().clearAmountFen();

        assertThat(violations(() -> gateway.calls().sendFreezeLift(lift.build())))
                .contains("amendment.original_application_id", "amendment.legal_basis.approver.level");
        assertThat(violations(() -> gateway.calls().sendFreezeRenewal(renewal.build())))
                .containsExactly("expires_at");
        assertThat(violations(() -> gateway.calls().sendFreezeChange(change.build())))
                .containsExactly("amount_fen");
    }
}
