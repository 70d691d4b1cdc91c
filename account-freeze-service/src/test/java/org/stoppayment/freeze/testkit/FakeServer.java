package org.stoppayment.freeze.testkit;

import io.grpc.Server;
import io.grpc.ServerServiceDefinition;
import io.grpc.netty.NettyServerBuilder;
import io.netty.handler.ssl.SslContext;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.stoppayment.kit.testing.Ports;
import org.stoppayment.kit.testing.TestCertificates;

/** A service on a real socket that can go away and come back to the same port. */
final class FakeServer {

    private static final Duration GRACE = Duration.ofSeconds(2);

    private final SslContext tls;
    private final ServerServiceDefinition service;
    private final int port = Ports.free();
    private Server server;

    FakeServer(String name, ServerServiceDefinition service) {
        this.tls = TestCertificates.server(name);
        this.service = service;
        comeBack();
    }

    int port() {
        return port;
    }

    /**
     * Stops the server. Clients learn of it before this returns, so that no later call goes out on a connection that is about to
     * close; a call that is open by then ends in the middle.
     */
    synchronized void goAway() {
        server.shutdown();
        try {
            if (!server.awaitTermination(GRACE.toMillis(), TimeUnit.MILLISECONDS)) {
                server.shutdownNow();
                server.awaitTermination();
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    synchronized void comeBack() {
        if (server != null && !server.isShutdown()) {
            return;
        }
        try {
            server = NettyServerBuilder.forAddress(new InetSocketAddress(InetAddress.getLoopbackAddress(), port))
                    .sslContext(tls)
                    .addService(service)
                    .build()
                    .start();
        } catch (IOException taken) {
            throw new UncheckedIOException(taken);
        }
    }
}
