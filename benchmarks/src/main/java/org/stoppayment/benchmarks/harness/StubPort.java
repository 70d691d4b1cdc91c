package org.stoppayment.benchmarks.harness;

import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandler;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.group.ChannelGroup;
import io.netty.channel.group.DefaultChannelGroup;
import io.netty.channel.socket.SocketChannel;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.util.concurrent.GlobalEventExecutor;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.function.Supplier;

/** The port of one institution, which may close and open again. */
final class StubPort {

    private final ServerBootstrap bootstrap;
    private final ChannelGroup connections = new DefaultChannelGroup(GlobalEventExecutor.INSTANCE);
    private final int port;
    private Channel server;

    /** Opens at a free port; {@code handlers} makes those of one connection. */
    StubPort(EventLoopGroup loop, Supplier<ChannelHandler[]> handlers) {
        bootstrap = new ServerBootstrap()
                .group(loop)
                .channel(NioServerSocketChannel.class)
                .option(ChannelOption.SO_REUSEADDR, true)
                .childOption(ChannelOption.TCP_NODELAY, true)
                .childHandler(new ChannelInitializer<SocketChannel>() {
                    @Override
                    protected void initChannel(SocketChannel channel) {
                        connections.add(channel);
                        channel.pipeline().addLast(handlers.get());
                    }
                });
        server = bind(0);
        port = ((InetSocketAddress) server.localAddress()).getPort();
    }

    int port() {
        return port;
    }

    void close() {
        server.close().syncUninterruptibly();
        connections.close().awaitUninterruptibly();
    }

    void open() {
        server = bind(port);
    }

    private Channel bind(int at) {
        return bootstrap
                .bind(InetAddress.getLoopbackAddress(), at)
                .syncUninterruptibly()
                .channel();
    }
}
