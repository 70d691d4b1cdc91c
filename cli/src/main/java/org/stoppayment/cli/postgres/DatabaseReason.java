package org.stoppayment.cli.postgres;

import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.stoppayment.cli.text.Text;
import org.stoppayment.cli.text.TextKey;

/** Why a database server cannot be used. The driver and the server tell it in a language of their own, but with an SQLSTATE. */
enum DatabaseReason implements TextKey {
    UNKNOWN_HOST(UnknownHostException.class),
    CONNECTION_REFUSED(ConnectException.class),
    TIMED_OUT(SocketTimeoutException.class),
    LOGIN_REFUSED("28", "08004"),
    NO_SUCH_DATABASE("3D000"),
    NOT_PERMITTED("42501"),
    TOO_MANY_CONNECTIONS("53300"),
    STARTING("57P03"),
    CONNECTION_FAILED("08"),
    OTHER;

    private final Class<?> cause;
    private final List<String> states;

    DatabaseReason(Class<? extends Exception> cause) {
        this.cause = cause;
        this.states = List.of();
    }

    /** {@code states}: beginnings of SQLSTATEs. */
    DatabaseReason(String... states) {
        this.cause = Void.class;
        this.states = List.of(states);
    }

    /** The reason of a failure; one that is not known here is shown as the server tells it. */
    static Text of(SQLException failure) {
        String state = Objects.requireNonNullElse(failure.getSQLState(), "");
        DatabaseReason found = Stream.of(values())
                .filter(reason -> reason.cause.isInstance(failure.getCause())
                        || reason.states.stream().anyMatch(state::startsWith))
                .findFirst()
                .orElse(OTHER);
        return Text.of(found, state, String.valueOf(failure.getMessage()));
    }
}
