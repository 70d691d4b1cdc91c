package org.stoppayment.recovery.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import org.stoppayment.kit.testing.PostgresResource;

/** A real Postgres at the end of a line that tests can cut: they have a {@link DatabaseLine} field for it. */
public class DatabaseLineResource extends PostgresResource {

    private static final String ADDRESS = "stoppayment.db.address";

    private DatabaseLine line;

    @Override
    public Map<String, String> start() {
        Map<String, String> config = new HashMap<>(super.start());
        String address = config.get(ADDRESS);
        try {
            line = new DatabaseLine(Integer.parseInt(address.substring(address.indexOf(':') + 1)));
        } catch (IOException cannotListen) {
            throw new UncheckedIOException(cannotListen);
        }
        config.put(ADDRESS, "127.0.0.1:" + line.port());
        return config;
    }

    @Override
    public void inject(TestInjector injector) {
        injector.injectIntoFields(line, new TestInjector.MatchesType(DatabaseLine.class));
    }

    @Override
    public void stop() {
        if (line != null) {
            line.closeAll();
        }
        super.stop();
    }
}
