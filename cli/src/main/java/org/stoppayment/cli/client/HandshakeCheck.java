package org.stoppayment.cli.client;

import java.io.IOException;
import java.net.Socket;
import java.util.Optional;
import javax.net.ssl.SSLSocket;
import org.stoppayment.cli.certificates.CertificateFiles;
import org.stoppayment.cli.output.TlsReason;
import org.stoppayment.cli.suite.ServiceName;
import org.stoppayment.cli.suite.Suite;
import org.stoppayment.cli.text.Text;

/**
 * Asks why a service ends connections at once. In TLS 1.3 it refuses the certificate of a caller after the handshake of the caller is over,
 * and the transport of gRPC only tells that the connection is lost.
 */
public final class HandshakeCheck {

    private static final int TIMEOUT_MILLIS = 10_000;

    private HandshakeCheck() {}

    /** Why the service refuses the certificate of the command; empty when it does not. */
    public static Optional<Text> refusal(Suite suite, ServiceName service) {
        String address = suite.grpcAddress(service);
        int colon = address.lastIndexOf(':');
        String host = address.substring(0, colon);
        int port = Integer.parseInt(address.substring(colon + 1));
        TlsSockets sockets =
                new TlsSockets(suite.directory().certificates().identity(CertificateFiles.COMMAND), service);
        try (Socket connection = new Socket(host, port);
                SSLSocket socket = sockets.createSocket(connection, host, port, true)) {
            socket.setSoTimeout(TIMEOUT_MILLIS);
            socket.getInputStream().readNBytes(1); // of the service's settings, which it sends to whom it accepts
            return Optional.empty();
        } catch (IOException failed) {
            return TlsReason.of(failed);
        }
    }
}
