package org.stoppayment.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The second and last term of a stop. */
class ExtensionContractTest extends SimulatorTest {

    private static final Duration TERM = Duration.ofHours(48);
    private static final Duration MARGIN = Duration.ofSeconds(5);

    @BeforeEach
    void loadMule() {
        mule();
    }

    @Test
    void extendedStopIsLiveForNinetySixHours() {
        ObjectNode stop = stopMule();
        client.send(stop);

        assertThat(client.send(Orders.extension(stop)).code()).isEqualTo("0000");

        CLOCK.advance(TERM.plus(MARGIN));
        assertThat(isStopped()).as("after the first term").isTrue();
        CLOCK.advance(TERM.minus(MARGIN.multipliedBy(2)));
        assertThat(isStopped()).as("just before the end of the second").isTrue();
        CLOCK.advance(MARGIN.multipliedBy(2));
        assertThat(isStopped()).as("after both").isFalse();
    }

    @Test
    void extensionIsAcceptedUntilTheEndOfTheTerm() {
        ObjectNode inTime = stopMule();
        client.send(inTime);
        CLOCK.advance(TERM.minus(MARGIN));
        assertThat(client.sendAt(CLOCK.instant(), Orders.extension(inTime)).code())
                .isEqualTo("0000");
    }

    @Test
    void anExtensionAfterExpiryIsAnswered1800() {
        ObjectNode stop = stopMule();
        client.send(stop);
        CLOCK.advance(TERM.plusSeconds(1));

        GatewayClient.Answer late = client.sendAt(CLOCK.instant(), Orders.extension(stop));

        assertThat(late.code()).isEqualTo("1800");
        assertThat(late.mismatched()).isEmpty();
        assertThat(isStopped()).isFalse();
    }

    @Test
    void anExtensionOfAnUnknownOrLiftedStopIsAnswered1800() {
        GatewayClient.Answer unknown = client.send(Orders.extension(stopMule()));
        assertThat(unknown.code()).isEqualTo("1800");
        assertThat(unknown.mismatched()).containsExactly("originalApplicationId");

        ObjectNode lifted = stopMule();
        client.send(lifted);
        client.send(Orders.lift(lifted));
        assertThat(client.send(Orders.extension(lifted)).code()).isEqualTo("1800");
    }

    @Test
    void anExtendedStopIsNotExtendedAgain() {
        ObjectNode stop = stopMule();
        client.send(stop);
        client.send(Orders.extension(stop));

        assertThat(client.send(Orders.extension(stop)).code()).isEqualTo("1304");
    }

    @Test
    void theSecondStopOfAnAccountIsNotExtended() {
        ObjectNode first = stopMule();
        client.send(first);
        client.send(Orders.lift(first));
        ObjectNode second = stopMule();
        client.send(second);

        assertThat(client.send(Orders.extension(second)).code()).isEqualTo("1304");
    }

    @Test
    void anExtensionCountsAsTheSecondStop() {
        ObjectNode stop = stopMule();
        client.send(stop);
        client.send(Orders.extension(stop));
        client.send(Orders.lift(stop));

        assertThat(client.send(stopMule()).code()).isEqualTo("1304");
    }

    @Test
    void repeatedExtensionHasOneEffect() {
        ObjectNode stop = stopMule();
        client.send(stop);
        ObjectNode extension = Orders.extension(stop);

        assertThat(client.send(extension).code()).isEqualTo("0000");
        assertThat(client.send(extension).code()).isEqualTo("0000");

        assertThat(client.inquire(ABC, Orders.id(extension)).code()).isEqualTo("0000");
        assertThat(simulator.effectsOf(Orders.id(extension))).isEqualTo(1);
        CLOCK.advance(TERM.multipliedBy(2).plus(MARGIN));
        assertThat(isStopped()).isFalse();
    }

    @Test
    void answerToAnExtensionHasACodeOnly() {
        ObjectNode stop = stopMule();
        client.send(stop);

        var answer = client.send(Orders.extension(stop)).json();

        assertThat(answer.has("stoppedAt")).isFalse();
        assertThat(answer.has("balanceFen")).isFalse();
    }

    @Test
    void extensionWithAnInvalidExpiryIsRefused() {
        ObjectNode extension = Orders.extension(stopMule());
        extension.put("expiresAt", "tomorrow");

        assertThat(client.send(extension).status()).isEqualTo(422);
    }

    @Test
    void anExtendedStopIsLiftedInItsSecondTermToo() {
        ObjectNode stop = stopMule();
        client.send(stop);
        client.send(Orders.extension(stop));
        CLOCK.advance(TERM.plus(MARGIN));

        assertThat(client.sendAt(CLOCK.instant(), Orders.lift(stop)).code()).isEqualTo("0000");
        assertThat(isStopped()).isFalse();
    }

    private static boolean isStopped() {
        return simulator.accounts(MULE_NUMBER).get(0).stopped();
    }
}
