package org.stoppayment.cli.client;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;
import org.stoppayment.certificates.PemIdentity;
import org.stoppayment.cli.suite.ServiceName;

/**
 * Adds mutual TLS 1.3 to connections with a service. The certificate of the service must have its name, whatever its address is.
 *
 * <p>The handshake is over before the transport gets the connection: grpc-okhttp allows TLS 1.2 at most (grpc-java#7765). What it sets
 * then counts for later handshakes, and there is none.
 */
final class TlsSockets extends SSLSocketFactory {

    private static final int TIMEOUT_MILLIS = 5_000;
    private static final String HTTP_2 = "h2";
    private static final String NEEDED = "TLSv1.3";
    private static final String OF_GRPC = "TLSv1.2";

    private final SSLSocketFactory factory;
    private final String name;

    TlsSockets(PemIdentity identity, ServiceName service) {
        this.factory = identity.context().getSocketFactory();
        this.name = service.subject().name();
    }

    /** Over a connection that is open; {@code host} is that of the address. */
    @Override
    public SSLSocket createSocket(Socket connection, String host, int port, boolean autoClose) throws IOException {
        SSLSocket socket = (SSLSocket) factory.createSocket(connection, name, port, autoClose);
        SSLParameters parameters = socket.getSSLParameters();
        parameters.setProtocols(new String[] {NEEDED});
        parameters.setApplicationProtocols(new String[] {HTTP_2});
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        socket.setSSLParameters(parameters);
        socket.setSoTimeout(TIMEOUT_MILLIS);
        socket.startHandshake();
        socket.setSoTimeout(0);
        if (!HTTP_2.equals(socket.getApplicationProtocol())) {
            throw new SSLException("no HTTP/2");
        }
        socket.setEnabledProtocols(new String[] {NEEDED, OF_GRPC});
        return socket;
    }

    @Override
    public String[] getDefaultCipherSuites() {
        return factory.getDefaultCipherSuites();
    }

    @Override
    public String[] getSupportedCipherSuites() {
        return factory.getSupportedCipherSuites();
    }

    @Override
    public Socket createSocket(String host, int port) {
        throw new UnsupportedOperationException("new connection (expected: one that is open)");
    }

    @Override
    public Socket createSocket(InetAddress host, int port) {
        throw new UnsupportedOperationException("new connection (expected: one that is open)");
    }

    @Override
    public Socket createSocket(String host, int port, InetAddress localHost, int localPort) {
        throw new UnsupportedOperationException("new connection (expected: one that is open)");
    }

    @Override
    public Socket createSocket(InetAddress host, int port, InetAddress localHost, int localPort) {
        throw new UnsupportedOperationException("new connection (expected: one that is open)");
    }
}
