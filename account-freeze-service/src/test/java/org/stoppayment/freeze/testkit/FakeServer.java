package org.stoppayment.freeze.testkit;

import io.grpc.Server;
import io.grpc.ServerServiceDefinition;
import io.grpc.netty.NettyServerBuilder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import org.stoppayment.kit.testing.Ports;

/** A service on a real socket that can go away and come back to the same port. */
final class FakeServer {

    private final ServerServiceDefinition service;
    private final int port = Ports.free();
    private Server server;

    FakeServer(ServerServiceDefinition service) {
        this.service = service;
        comeBack();
    }

    int port() {
        return port;
    }

    synchronized void goAway() {
        server.shutdownNow();
        try {
            server.awaitTermination();
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
                    .addService(service)
                    .build()
                    .start();
        } catch (IOException taken) {
            throw new UncheckedIOException(taken);
        }
    }
}
