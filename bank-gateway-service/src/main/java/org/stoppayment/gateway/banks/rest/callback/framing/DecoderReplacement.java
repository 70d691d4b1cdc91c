package org.stoppayment.gateway.banks.rest.callback.framing;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPipeline;
import io.netty.handler.codec.ByteToMessageDecoder;
import io.vertx.core.http.impl.VertxHttpRequestDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Replaces the decoder of an HTTP/1 connection by the strict one. Vert.x chooses between HTTP/1 and HTTP/2 by the first bytes, and adds
 * the decoder then. So it gets the first three bytes alone, which are no request, and the rest after the replacement.
 */
final class DecoderReplacement extends ByteToMessageDecoder {

    private static final int FIRST_BYTES = 3;
    private static final String HTTP_2 = "PRI";

    @Override
    protected void decode(ChannelHandlerContext context, ByteBuf in, List<Object> out) {
        if (in.readableBytes() < FIRST_BYTES) {
            return;
        }
        ChannelPipeline pipeline = context.pipeline();
        if (!in.toString(in.readerIndex(), FIRST_BYTES, StandardCharsets.US_ASCII)
                .equals(HTTP_2)) {
            context.fireChannelRead(in.readRetainedSlice(FIRST_BYTES));
            VertxHttpRequestDecoder decoder = pipeline.get(VertxHttpRequestDecoder.class);
            if (decoder != null) {
                pipeline.replace(decoder, "strictHttpDecoder", new StrictRequestDecoder());
            }
        }
        pipeline.remove(this); // hands on the rest
    }
}
