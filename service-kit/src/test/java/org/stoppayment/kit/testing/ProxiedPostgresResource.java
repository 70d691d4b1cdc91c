package org.stoppayment.kit.testing;

import java.net.InetSocketAddress;
import java.util.HashMap;
import java.util.Map;

/** A real Postgres behind a {@link TcpProxy}, which tests get through a field of that type. */
public class ProxiedPostgresResource extends PostgresResource {

    private static final String ADDRESS = "stoppayment.db.address";

    private TcpProxy link;

    @Override
    public Map<String, String> start() {
        Map<String, String> settings = new HashMap<>(super.start());
        String[] address = settings.get(ADDRESS).split(":", 2);
        link = new TcpProxy(new InetSocketAddress(address[0], Integer.parseInt(address[1])));
        settings.put(ADDRESS, "127.0.0.1:" + link.port());
        return settings;
    }

    @Override
    public void inject(TestInjector injector) {
        injector.injectIntoFields(link, new TestInjector.MatchesType(TcpProxy.class));
    }

    @Override
    public void stop() {
        if (link != null) {
            link.close();
        }
        super.stop();
    }
}
