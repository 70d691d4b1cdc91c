package org.stoppayment.gateway.banks.rest.callback.framing;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelPipeline;
import io.netty.handler.ssl.SslHandler;
import io.netty.handler.ssl.SslHandshakeCompletionEvent;
import io.vertx.core.http.impl.VertxHttpRequestDecoder;

/**
 * Replaces the decoder of an HTTP/1 connection by the strict one. Vert.x chooses between HTTP/1 and HTTP/2 when the TLS handshake has ended,
 * and adds the decoder then, before anything of a request is read. A connection without TLS, which only the management port takes, keeps its decoder.
 */
final class DecoderReplacement extends ChannelInboundHandlerAdapter {

    @Override
    public void channelRead(ChannelHandlerContext context, Object firstBytes) {
        ChannelPipeline pipeline = context.pipeline();
        ChannelHandlerContext tls = pipeline.context(SslHandler.class);
        if (tls != null) {
            pipeline.addAfter(tls.name(), "strictHttpFraming", new AfterHandshake());
        }
        context.fireChannelRead(firstBytes);
        pipeline.remove(this);
    }

    /** Stands right behind TLS, so that it hears of the end of the handshake before Vert.x does. */
    private static final class AfterHandshake extends ChannelInboundHandlerAdapter {

        @Override
        public void userEventTriggered(ChannelHandlerContext context, Object event) {
            context.fireUserEventTriggered(event); // Vert.x adds the decoder
            if (event instanceof SslHandshakeCompletionEvent) {
                ChannelPipeline pipeline = context.pipeline();
                VertxHttpRequestDecoder decoder = pipeline.get(VertxHttpRequestDecoder.class);
                if (decoder != null) {
                    pipeline.replace(decoder, "strictHttpDecoder", new StrictRequestDecoder());
                }
                pipeline.remove(this);
            }
        }
    }
}
