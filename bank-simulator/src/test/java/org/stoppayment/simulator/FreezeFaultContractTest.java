package org.stoppayment.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.stoppayment.simulator.behaviour.Fault;
import org.stoppayment.simulator.behaviour.FaultKind;
import org.stoppayment.simulator.behaviour.MagicAccount;
import org.stoppayment.simulator.behaviour.Mode;

/** Freezes at institutions that misbehave, and orders of a wrong form. */
class FreezeFaultContractTest extends FreezeTestBase {

    @Test
    void freezeIsCalledBackByAnAsynchronousInstitution() {
        simulator.configure(ABC, Optional.of(Mode.ASYNC), Optional.empty(), Optional.empty());
        ObjectNode order = freeze(6_000_000L);

        assertThat(client.send(order).status()).isEqualTo(202);

        await().untilAsserted(
                        () -> assertThat(gateway.received(Orders.id(order))).hasSize(1));
        assertThat(gateway.received(Orders.id(order))
                        .get(0)
                        .feedback()
                        .path("freeze")
                        .path("frozenFen")
                        .longValue())
                .isEqualTo(6_000_000);
    }

    @Test
    void freezeThatIsBookedBehindAnErrorIsFoundByAnInquiry() {
        simulator.setFault(ABC, Fault.of(FaultKind.ERROR_500).booking(true).times(1));
        ObjectNode order = freeze(6_000_000L);

        assertThat(client.send(order).status()).isEqualTo(500);

        assertThat(frozenFen(client.inquire(ABC, Orders.id(order)))).isEqualTo(6_000_000);
    }

    @Test
    void freezeThatIsNotBookedBehindAnErrorIsNotKnownAndHoldsNothing() {
        simulator.setFault(ABC, Fault.of(FaultKind.ERROR_500).times(1));
        ObjectNode stop = stopMule();
        ObjectNode order = Orders.takingOver(freeze(6_000_000L), stop);

        assertThat(client.send(order).status()).isEqualTo(500);

        assertThat(client.inquire(ABC, Orders.id(order)).status()).isEqualTo(404);
        assertThat(account().liveFreezes()).isZero();
    }

    @Test
    void faultBeforeTheBooksLeavesTheStopAsItIs() {
        ObjectNode stop = stopMule();
        client.send(stop);
        simulator.setFault(ABC, Fault.of(FaultKind.RESET).times(1));
        ObjectNode order = Orders.takingOver(freeze(6_000_000L), stop);

        assertThat(client.sendAsync(order, Duration.ofSeconds(20))).failsWithin(Duration.ofSeconds(20));

        assertThat(account().stopped()).isTrue();
        assertThat(client.send(order).code()).isEqualTo("0000");
        assertThat(account().stopped()).isFalse();
    }

    @Test
    void magicAccountsAnswerFreezesAsStops() {
        assertThat(client.send(magic(MagicAccount.NAME_MISMATCH)).code()).isEqualTo("0301");
        assertThat(client.send(magic(MagicAccount.NO_ACCOUNT)).code()).isEqualTo("0300");
        GatewayClient.Answer waiting = client.send(magic(MagicAccount.ALREADY_HELD));
        assertThat(waiting.code()).isEqualTo("1302");
        assertThat(place(waiting)).isEqualTo(1);
        GatewayClient.Answer part = client.send(magic(MagicAccount.BALANCE_SHORT));
        assertThat(part.code()).isEqualTo("1200");
        assertThat(frozenFen(part)).isEqualTo(50_000);
        assertThat(frozenFen(client.send(magic(MagicAccount.THIRD_STOP)))).isEqualTo(100_000);
    }

    @Test
    void freezeOfAWrongFormIsRefusedWithEveryField() {
        ObjectNode order = freeze(6_000_000L);
        order.put("mode", "PARTIAL").put("expiresAt", "tomorrow");
        ((ObjectNode) order.path("legalBasis")).put("documentDigest", "0".repeat(63));

        GatewayClient.Answer answer = client.send(order);

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.json().path("errors").findValuesAsText("field"))
                .containsExactlyInAnyOrder("mode", "expiresAt", "legalBasis.documentDigest");
        GatewayClient.Answer full =
                client.send(freeze(6_000_000L).put("mode", "FULL").without("reason"));
        assertThat(full.json().path("errors").findValuesAsText("field"))
                .containsExactlyInAnyOrder("amountFen", "reason");
    }
}
