package org.stoppayment.kit.logging;

import static org.assertj.core.api.Assertions.assertThat;

import io.grpc.Status;
import io.vertx.pgclient.PgException;
import org.junit.jupiter.api.Test;
import org.stoppayment.kernel.ServiceException;

class SanitizedThrowableTest {

    private static final String SECRET = "6222020000000000018";

    @Test
    void briefHasTheTypeWithoutTheMessage() {
        assertThat(SanitizedThrowable.brief(new IllegalStateException("number " + SECRET)))
                .isEqualTo("IllegalStateException");
        assertThat(SanitizedThrowable.brief(
                        new IllegalStateException(new PgException(SECRET, "ERROR", "23505", "key " + SECRET))))
                .isEqualTo("IllegalStateException SQLSTATE 23505");
        assertThat(SanitizedThrowable.brief(
                        Status.UNAVAILABLE.withDescription(SECRET).asRuntimeException()))
                .isEqualTo("UNAVAILABLE");
        assertThat(SanitizedThrowable.brief(
                        Status.INTERNAL.withDescription(SECRET).asException()))
                .isEqualTo("INTERNAL");
    }

    @Test
    void briefHasTheMessageOfAServiceException() {
        assertThat(SanitizedThrowable.brief(new ServiceException.Unavailable("bank-gateway does not answer", null)))
                .isEqualTo("bank-gateway does not answer");
    }
}
