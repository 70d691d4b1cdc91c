package org.stoppayment.gateway.banks;

import java.util.List;
import java.util.Map;
import org.stoppayment.kernel.Violation;

/** Is told what an adapter sends and receives: messages with personal data. */
public interface ExchangeRecorder {

    /** Records nothing. */
    ExchangeRecorder NONE = new ExchangeRecorder() {};

    /** A request is about to be sent, whether or not there will be a connection. */
    default void sending(String method, String url, Map<String, String> headers, byte[] body) {}

    /** A whole answer has come. */
    default void received(int status, Map<String, String> headers, byte[] body) {}

    /** The answer is JSON without a readable application id or result code, for these reasons. */
    default void unreadable(List<Violation> violations) {}
}
