package org.stoppayment.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** Renewals, lifts and changes of freezes. */
class FreezeAmendmentContractTest extends FreezeTestBase {

    @Test
    void renewalBeforeTheEndMakesTheFreezeLonger() {
        ObjectNode order = freeze(6_000_000L);
        client.send(order);

        assertThat(client.send(Orders.renewal(order, end().plus(TERM))).code()).isEqualTo("0000");

        CLOCK.advance(TERM.plus(MARGIN));
        assertThat(account().frozenFen()).isEqualTo(6_000_000);
        CLOCK.advance(TERM);
        assertThat(account().frozenFen()).isZero();
    }

    @Test
    void renewalAfterTheEndIsAnswered1800() {
        ObjectNode order = freeze(6_000_000L);
        client.send(order);
        CLOCK.advance(TERM.plus(MARGIN));

        assertThat(sendNow(Orders.renewal(order, CLOCK.instant().plus(TERM))).code())
                .isEqualTo("1800");
        assertThat(account().frozenFen()).isZero();
    }

    @Test
    void renewalOfAnUnknownOrLiftedFreezeIsAnswered1800AndOneThatIsNotLater0800() {
        GatewayClient.Answer unknown = client.send(Orders.renewal(freeze(1L), end()));
        assertThat(unknown.code()).isEqualTo("1800");
        assertThat(unknown.mismatched()).containsExactly("originalApplicationId");

        ObjectNode order = freeze(6_000_000L);
        client.send(order);
        Instant sameEnd = Instant.parse(order.path("expiresAt").textValue());
        assertThat(client.send(Orders.renewal(order, sameEnd)).code()).isEqualTo("0800");
        client.send(Orders.freezeLift(order));
        assertThat(client.send(Orders.renewal(order, end().plus(TERM))).code()).isEqualTo("1800");
    }

    @Test
    void liftReleasesTheSumOnce() {
        ObjectNode order = freeze(6_000_000L);
        client.send(order);

        ObjectNode lift = Orders.freezeLift(order);
        assertThat(client.send(lift).code()).isEqualTo("0000");
        assertThat(client.send(Orders.freezeLift(order)).code()).isEqualTo("0000");

        assertThat(account().frozenFen()).isZero();
        assertThat(simulator.effectsOf(Orders.id(lift))).isEqualTo(1);
        GatewayClient.Answer unknown = client.send(Orders.freezeLift(freeze(1L)));
        assertThat(unknown.code()).isEqualTo("0400");
        assertThat(unknown.mismatched()).containsExactly("originalApplicationId");
    }

    @Test
    void changeLowersAndRaisesTheSum() {
        ObjectNode order = freeze(6_000_000L);
        client.send(order);

        GatewayClient.Answer lower = client.send(Orders.change(order, 4_000_000));
        assertThat(lower.code()).isEqualTo("0000");
        assertThat(frozenFen(lower)).isEqualTo(4_000_000);
        assertThat(account().frozenFen()).isEqualTo(4_000_000);

        GatewayClient.Answer higher = client.send(Orders.change(order, 10_000_001));
        assertThat(higher.code()).isEqualTo("1200");
        assertThat(frozenFen(higher)).isEqualTo(10_000_000);
    }

    @Test
    void changeMakesAFullFreezeLimitedAndFreesTheRestForWhoWaits() {
        ObjectNode full = freeze(null);
        client.send(full);
        ObjectNode second = freeze(3_000_000L);
        client.send(second);

        assertThat(frozenFen(client.send(Orders.change(full, 5_000_000)))).isEqualTo(5_000_000);

        assertThat(client.inquire(ABC, Orders.id(second)).code()).isEqualTo("0000");
        withdrawAll();
        assertThat(balanceFen(MULE_NUMBER)).isEqualTo(8_000_000);
    }

    @Test
    void changeAfterTheEndOrOfAnUnknownFreezeIsAnswered1800() {
        ObjectNode order = freeze(6_000_000L);
        assertThat(client.send(Orders.change(order, 1)).code()).isEqualTo("1800");
        client.send(order);
        client.send(Orders.freezeLift(order));

        assertThat(client.send(Orders.change(order, 1)).code()).isEqualTo("1800");
    }
}
