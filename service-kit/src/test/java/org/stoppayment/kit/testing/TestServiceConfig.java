package org.stoppayment.kit.testing;

import io.smallrye.config.ConfigSourceContext;
import io.smallrye.config.ConfigSourceFactory;
import io.smallrye.config.PropertiesConfigSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.config.spi.ConfigSource;

/** What every service under test needs: its certificate, and free ports. A test resource may set another port. */
public final class TestServiceConfig implements ConfigSourceFactory {

    private static final int ORDINAL = 260; // above the properties of the application
    private static final String SUFFIX = "-service";

    @Override
    public Iterable<ConfigSource> getConfigSources(ConfigSourceContext context) {
        String application = context.getValue("quarkus.application.name").getValue();
        if (application == null) {
            return List.of();
        }
        Map<String, String> settings = new HashMap<>(TestCertificates.settings(
                application.endsWith(SUFFIX)
                        ? application.substring(0, application.length() - SUFFIX.length())
                        : application));
        settings.put("quarkus.http.test-ssl-port", "0");
        settings.put("quarkus.management.test-port", "0");
        return List.of(new PropertiesConfigSource(settings, "a service under test", ORDINAL));
    }
}
