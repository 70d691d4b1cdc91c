package org.stoppayment.kit.testing;

import java.net.InetSocketAddress;
import java.util.HashMap;
import java.util.Map;

/** A real Postgres behind a {@link Link}, which tests get through a field of that type. */
public class LinkedPostgresResource extends PostgresResource {

    private static final String ADDRESS = "stoppayment.db.address";

    private Link link;

    @Override
    public Map<String, String> start() {
        Map<String, String> settings = new HashMap<>(super.start());
        String[] address = settings.get(ADDRESS).split(":", 2);
        link = new Link(new InetSocketAddress(address[0], Integer.parseInt(address[1])));
        settings.put(ADDRESS, "127.0.0.1:" + link.port());
        return settings;
    }

    @Override
    public void inject(TestInjector injector) {
        injector.injectIntoFields(link, new TestInjector.MatchesType(Link.class));
    }

    @Override
    public void stop() {
        if (link != null) {
            link.close();
        }
        super.stop();
    }
}
