package org.stoppayment.gateway.testkit;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.stoppayment.kit.testing.TestCertificates;

/** A client that sends whatever bytes it is told to, over one connection with TLS. */
public final class RawClient implements AutoCloseable {

    private final Socket socket;
    private boolean isCutOff;

    /** As {@link Callbacks#BANK}. */
    public RawClient(URL server) throws IOException {
        socket = TestCertificates.context(TestCertificates.institution(Callbacks.BANK))
                .getSocketFactory()
                .createSocket(server.getHost(), server.getPort());
        socket.setTcpNoDelay(true);
    }

    /** Sends the text in ASCII. */
    public RawClient send(String text) throws IOException {
        return send(text.getBytes(StandardCharsets.US_ASCII));
    }

    /** Sends the bytes. */
    public RawClient send(byte[] bytes) throws IOException {
        try {
            OutputStream out = socket.getOutputStream();
            out.write(bytes);
            out.flush();
            return this;
        } catch (IOException cut) {
            isCutOff = true;
            throw cut;
        }
    }

    /** True when the server ended the connection while something was sent; with TLS, its answer cannot be read then. */
    public boolean isCutOff() {
        return isCutOff;
    }

    /** All that the server sends until it closes the connection; fails when it does not close it within {@code timeout}. */
    public String readUntilClosed(Duration timeout) throws IOException {
        socket.setSoTimeout(Math.toIntExact(timeout.toMillis()));
        return new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
    }

    /** What the server has sent so far, after at most {@code patience}; empty when it is nothing. */
    public String readNow(Duration patience) {
        try {
            socket.setSoTimeout(Math.toIntExact(patience.toMillis()));
            ByteArrayOutputStream head = new ByteArrayOutputStream();
            byte[] part = new byte[1024];
            head.write(part, 0, Math.max(0, socket.getInputStream().read(part)));
            return head.toString(StandardCharsets.US_ASCII);
        } catch (SocketTimeoutException nothingYet) {
            return "";
        } catch (IOException reset) {
            return "";
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
