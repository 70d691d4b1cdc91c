package org.stoppayment.gateway.banks.rest.callback.framing;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.Unpooled;
import io.netty.channel.embedded.EmbeddedChannel;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class StrictRequestDecoderTest {

    private static final String HEAD = "POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 5\r\n";

    private final EmbeddedChannel connection = new EmbeddedChannel(new StrictRequestDecoder());

    @AfterEach
    void close() {
        connection.finishAndReleaseAll();
    }

    @Test
    void connectionWithHeadersThatDribbleInIsClosedAtTheDeadline() {
        send(HEAD);
        pass(9);
        send("X-Slow: yes\r\n");
        assertThat(connection.isOpen()).isTrue();

        pass(1);

        assertThat(connection.isOpen()).isFalse();
    }

    @Test
    void bodyHasADeadlineElsewhereAndAnIdleConnectionHasNone() {
        send(HEAD + "\r\n");
        pass(60);
        send("12345");
        pass(60);
        assertThat(connection.isOpen()).isTrue();

        send("G");
        pass(10);
        assertThat(connection.isOpen()).isFalse();
    }

    private void send(String text) {
        connection.writeInbound(Unpooled.copiedBuffer(text, StandardCharsets.US_ASCII));
    }

    private void pass(int seconds) {
        connection.advanceTimeBy(seconds, TimeUnit.SECONDS);
        connection.runScheduledPendingTasks();
    }
}
