package org.stoppayment.benchmarks.harness;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.netty.buffer.ByteBufInputStream;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.channel.nio.NioEventLoopGroup;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpObjectAggregator;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpServerCodec;
import io.netty.handler.codec.http.HttpVersion;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.stoppayment.kernel.SystemTime;
import org.stoppayment.kernel.WebhookSignature;

/**
 * Institutions that stop and freeze every account, and pay every refund, those of {@link Ring}s when it is time and all others at once. One thread for all of
 * them; it reads the order and looks no signature up, so that it is not what is measured.
 */
public final class BankStub implements AutoCloseable {

    /**
     * Told of each order but those on a ring's accounts, on the thread that answers; {@code nanoTime} is when the order had
     * been read in whole.
     */
    @FunctionalInterface
    public interface Listener {

        /** Nobody listens. */
        Listener NONE = (position, number, nanoTime) -> {};

        /** An order of report {@code number} arrived at the institution of that position. */
        void arrived(int position, long number, long nanoTime);
    }

    private static final int MAX_BYTES = 1 << 20;
    private static final String STOPPED = "\"balanceFen\":9000000";
    private static final ObjectMapper JSON = new ObjectMapper();

    private final NioEventLoopGroup loop = new NioEventLoopGroup(1);
    private final List<StubPort> institutions = new ArrayList<>();
    private final Map<String, Mule> mules = new ConcurrentHashMap<>();
    private final Set<Integer> hanging = ConcurrentHashMap.newKeySet();
    private volatile Listener listener = Listener.NONE;
    private final AtomicLong others = new AtomicLong();
    private volatile long lastFrozen;
    private volatile int refundMillis;

    BankStub(int count) {
        for (int i = 0; i < count; i++) {
            int position = i;
            institutions.add(new StubPort(loop, () -> new ChannelHandler[] {
                new HttpServerCodec(), new HttpObjectAggregator(MAX_BYTES), new Exchange(position)
            }));
        }
    }

    /** Where the institutions listen, in order. */
    List<Integer> ports() {
        return institutions.stream().map(StubPort::port).toList();
    }

    /** The institution that listens at the port of that position goes away: connections break, and new ones are refused. */
    public void leave(int position) {
        institutions.get(position).close();
    }

    /** It listens again, at the same port. */
    public void comeBack(int position) {
        institutions.get(position).open();
    }

    /** The institution that listens at the port of that position takes connections and requests, and answers nothing. */
    public void hang(int position) {
        hanging.add(position);
    }

    /** It answers again what arrives from now on. */
    public void answerAgain(int position) {
        hanging.remove(position);
    }

    public void listen(Listener to) {
        listener = to;
    }

    /** From now on the institutions know what the ring does with its money. */
    public void know(Ring ring) {
        ring.mules().forEach(mule -> mules.put(mule.account(), mule));
    }

    /** From now on the institutions take so long to pay a refund. */
    public void payAfter(int millis) {
        refundMillis = millis;
    }

    /** Messages that were no stop order: inquiries show that answers were not recorded in time. */
    public long others() {
        return others.get();
    }

    /** When the last freeze was answered for; 0 when none was. */
    public long lastFrozen() {
        return lastFrozen;
    }

    @Override
    public void close() {
        loop.shutdownGracefully();
    }

    private final class Exchange extends SimpleChannelInboundHandler<FullHttpRequest> {

        private final int position;

        Exchange(int position) {
            this.position = position;
        }

        @Override
        protected void channelRead0(ChannelHandlerContext context, FullHttpRequest request) throws IOException {
            long now = System.nanoTime();
            if (hanging.contains(position)) {
                return;
            }
            boolean isOrder = request.method().equals(HttpMethod.POST)
                    && request.headers().contains(WebhookSignature.SIGNATURE_HEADER);
            if (!isOrder) {
                others.incrementAndGet();
                String uri = request.uri();
                answer(context, feedback(uri.substring(uri.lastIndexOf('/') + 1), STOPPED));
                return;
            }
            try (InputStream body = new ByteBufInputStream(request.content())) {
                JsonNode order = JSON.readTree(body);
                switch (request.uri()) {
                    case "/v1/stops" -> stop(context, order, now);
                    case "/v1/freezes" -> freeze(context, order);
                    case "/v1/refunds" -> refund(context, order);
                    default -> answer(context, feedback(id(order), STOPPED));
                }
            }
        }

        private void stop(ChannelHandlerContext context, JsonNode order, long now) {
            Mule mule = mules.get(number(order));
            if (mule != null) {
                mule.orderArrived(now);
                answerAfter(mule.answerMillis(), context, () -> {
                    mule.orderAnswered(System.nanoTime());
                    return feedback(id(order), mule.told());
                });
                return;
            }
            String serial = order.path("transfers").path(0).path("serial").asText();
            answer(context, feedback(id(order), STOPPED));
            listener.arrived(position, Reports.numberOf(serial), now);
        }

        private void freeze(ChannelHandlerContext context, JsonNode order) {
            Mule mule = mules.get(number(order));
            long fen = order.path("amountFen").asLong();
            String held = "\"balanceFen\":%d,\"freeze\":{\"frozenAt\":\"%s\",\"frozenFen\":%d}"
                    .formatted(fen, Reports.seconds(SystemTime.SOURCE.instant()), fen);
            answerAfter(mule == null ? 0 : mule.answerMillis(), context, () -> {
                lastFrozen = System.nanoTime();
                return feedback(id(order), held);
            });
        }

        private void refund(ChannelHandlerContext context, JsonNode order) {
            answerAfter(
                    refundMillis,
                    context,
                    () -> feedback(
                            id(order),
                            "\"refund\":{\"receiptId\":\"R-%s\",\"paidAt\":\"%s\",\"amountFen\":%d}"
                                    .formatted(
                                            id(order),
                                            Reports.seconds(SystemTime.SOURCE.instant()),
                                            order.path("amountFen").asLong())));
        }

        private static String id(JsonNode order) {
            return order.path("applicationId").asText();
        }

        private static String number(JsonNode order) {
            return order.path("account").path("number").asText();
        }

        private void answerAfter(int millis, ChannelHandlerContext context, Supplier<String> body) {
            if (millis == 0) {
                answer(context, body.get());
            } else {
                context.executor().schedule(() -> answer(context, body.get()), millis, TimeUnit.MILLISECONDS);
            }
        }

        @Override
        public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
            context.close();
        }

        private String feedback(String applicationId, String told) {
            return "{\"applicationId\":\"" + applicationId + "\",\"resultCode\":\"0000\",\"stoppedAt\":\""
                    + Reports.seconds(SystemTime.SOURCE.instant()) + "\"," + told + "}";
        }

        private void answer(ChannelHandlerContext context, String body) {
            FullHttpResponse response = new DefaultFullHttpResponse(
                    HttpVersion.HTTP_1_1, HttpResponseStatus.OK, Unpooled.copiedBuffer(body, StandardCharsets.UTF_8));
            response.headers()
                    .set(HttpHeaderNames.CONTENT_TYPE, "application/json")
                    .setInt(HttpHeaderNames.CONTENT_LENGTH, response.content().readableBytes());
            context.writeAndFlush(response);
        }
    }
}
