package org.stoppayment.gateway.banks.rest.callback.framing;

import io.netty.bootstrap.ChannelInitializerExtension;
import io.netty.channel.Channel;

/** Netty's extension point for the connections of servers. Netty loads it as a service, see {@link StrictFramingStart}. */
public final class StrictFraming extends ChannelInitializerExtension {

    @Override
    public void postInitializeServerChildChannel(Channel channel) {
        channel.pipeline().addFirst(new DecoderReplacement());
    }
}
