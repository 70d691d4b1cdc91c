package org.stoppayment.gateway.banks.rest.callback.framing;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpMessage;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.util.concurrent.Future;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.impl.VertxHttpRequestDecoder;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Vert.x's decoder, but a request with both lengths is invalid (answered with 400, and the connection is closed), and nothing is read
 * after a request with another transfer encoding than {@code chunked}. RFC 9112, section 6.1: both are signs of request smuggling. Netty
 * removes the {@code Content-Length} of such a request, and reads what follows as the next request. A connection whose request line and
 * headers are not complete in time is closed: the server has an idle time-out only, which a byte now and then resets.
 *
 * <p>{@code Upgrade} is ignored, as RFC 9110, section 7.8, allows: a client that asks for HTTP/2, as Java's does, stays on HTTP/1.1. RFC 9113
 * has withdrawn that upgrade. Clients that speak HTTP/2 from the first byte, as gRPC does, never come here.
 */
final class StrictRequestDecoder extends VertxHttpRequestDecoder {

    /** The longest time from the first byte of a request to the end of its headers. */
    static final Duration HEAD_DEADLINE = Duration.ofSeconds(10);

    /** The defaults of the server ({@code quarkus.http.limits}). */
    private static final HttpServerOptions LIMITS = new HttpServerOptions().setMaxHeaderSize(20 << 10);

    private @Nullable Future<?> headDeadline;
    private boolean inBody;
    private boolean ended;

    StrictRequestDecoder() {
        super(LIMITS);
    }

    @Override
    protected void decode(ChannelHandlerContext context, ByteBuf in, List<Object> out) throws Exception {
        if (ended) {
            in.skipBytes(in.readableBytes());
            return;
        }
        if (!inBody && headDeadline == null) {
            headDeadline =
                    context.executor().schedule(() -> context.close(), HEAD_DEADLINE.toMillis(), TimeUnit.MILLISECONDS);
        }
        super.decode(context, in, out);
        out.forEach(this::note);
    }

    @Override
    protected void handleTransferEncodingChunkedWithContentLength(HttpMessage message) {
        throw new IllegalArgumentException("Content-Length: *** (expected: none with Transfer-Encoding)");
    }

    private void note(Object part) {
        if (part instanceof HttpRequest request) {
            inBody = true;
            cancelDeadline();
            ended |= hasUnknownEncoding(request);
            request.headers().remove(HttpHeaderNames.UPGRADE);
        }
        if (part instanceof LastHttpContent) {
            inBody = false;
        }
    }

    private void cancelDeadline() {
        Future<?> running = headDeadline;
        if (running != null) {
            running.cancel(false);
            headDeadline = null;
        }
    }

    private static boolean hasUnknownEncoding(HttpRequest request) {
        List<String> encodings = request.headers().getAll(HttpHeaderNames.TRANSFER_ENCODING);
        return !encodings.isEmpty() && !TransferEncoding.isChunked(encodings);
    }
}
