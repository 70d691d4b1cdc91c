package org.stoppayment.gateway.banks.rest;

import io.netty.channel.ConnectTimeoutException;
import io.vertx.core.VertxException;
import io.vertx.core.http.ConnectionPoolTooBusyException;
import java.net.ConnectException;
import java.net.UnknownHostException;
import javax.net.ssl.SSLException;
import org.stoppayment.gateway.orders.domain.Outcome.NotSent.Reason;

/** Maps connection failures to reasons. */
final class ConnectFailures {

    private ConnectFailures() {}

    static Reason reasonOf(Throwable failure) {
        if (failure instanceof ConnectTimeoutException) {
            return Reason.CONNECT_TIMEOUT;
        }
        if (failure instanceof ConnectException) {
            return Reason.CONNECTION_REFUSED;
        }
        if (failure instanceof UnknownHostException) {
            return Reason.UNRESOLVED;
        }
        if (failure instanceof SSLException) {
            return Reason.TLS_FAILED;
        }
        if (failure instanceof ConnectionPoolTooBusyException) {
            return Reason.BULKHEAD_FULL;
        }
        Throwable cause = failure instanceof VertxException ? failure.getCause() : null;
        return cause == null || cause == failure ? Reason.UNREACHABLE : reasonOf(cause);
    }
}
