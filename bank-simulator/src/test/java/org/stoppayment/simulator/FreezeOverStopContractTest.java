package org.stoppayment.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.Test;

/** Freezes of an account that is stopped, and stops of one that is frozen. */
class FreezeOverStopContractTest extends FreezeTestBase {

    @Test
    void freezeTakesOverFromTheStopOfItsCaseWithoutAGap() {
        ObjectNode stop = stopMule();
        client.send(stop);

        GatewayClient.Answer answer = client.send(Orders.takingOver(freeze(6_000_000L), stop));

        assertThat(answer.code()).isEqualTo("0000");
        assertThat(answer.mismatched()).isEmpty();
        assertThat(account().stopped()).isFalse();
        assertThat(account().frozenFen()).isEqualTo(6_000_000);
        assertThat(client.send(Orders.lift(stop)).code())
                .as("the stop has ended, and nothing is released")
                .isEqualTo("1900");
        withdrawAll();
        assertThat(balanceFen(MULE_NUMBER)).isEqualTo(6_000_000);
    }

    @Test
    void stopOfAnotherCaseStaysAndIsNamed() {
        ObjectNode stop = stopMule();
        client.send(stop);
        ObjectNode freeze = Orders.takingOver(freeze(6_000_000L), stop)
                .put("caseId", freeze(1L).path("caseId").textValue());

        GatewayClient.Answer answer = client.send(freeze);

        assertThat(answer.code()).isEqualTo("0000");
        assertThat(answer.mismatched()).containsExactly("stopApplicationId");
        assertThat(account().stopped()).isTrue();
        assertThat(account().frozenFen()).isEqualTo(6_000_000);
    }

    @Test
    void stopThatHasEndedIsNamedAndTheFreezeHoldsFromNow() {
        ObjectNode stop = stopMule();
        client.send(stop);
        client.send(Orders.lift(stop));

        GatewayClient.Answer answer = client.send(Orders.takingOver(freeze(6_000_000L), stop));

        assertThat(answer.code()).isEqualTo("0000");
        assertThat(answer.mismatched()).containsExactly("stopApplicationId");
    }

    @Test
    void waitingOrDeclinedFreezeLeavesTheStopAsItIs() {
        ObjectNode stop = stopMule();
        client.send(stop);
        client.send(freeze(null));

        ObjectNode wrongName = Orders.takingOver(Orders.freeze(ABC, MULE_NUMBER, "卡主乙", 1L, end()), stop);
        assertThat(client.send(wrongName).code()).isEqualTo("0301");
        assertThat(account().stopped()).isTrue();
        assertThat(client.send(Orders.takingOver(freeze(6_000_000L), stop)).code())
                .isEqualTo("1303");
        assertThat(account().stopped()).isTrue();
    }

    @Test
    void frozenAccountIsNotStopped() {
        ObjectNode limited = freeze(1L);
        client.send(limited);
        assertThat(client.send(stopMule()).code()).isEqualTo("1302");

        client.send(Orders.freezeLift(limited));
        ObjectNode full = freeze(null);
        client.send(full);
        assertThat(client.send(stopMule()).code()).isEqualTo("1303");

        client.send(Orders.freezeLift(full));
        assertThat(client.send(stopMule()).code()).isEqualTo("1200");
    }
}
