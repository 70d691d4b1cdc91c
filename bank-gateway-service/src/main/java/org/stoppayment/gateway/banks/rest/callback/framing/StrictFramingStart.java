package org.stoppayment.gateway.banks.rest.callback.framing;

import io.netty.bootstrap.ChannelInitializerExtension;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.interceptor.Interceptor;

/** Lets Netty load {@link StrictFraming}. Netty reads the property when it opens the first connection or server socket. */
@ApplicationScoped
class StrictFramingStart {

    void beforeTheServerListens(@Observes @Priority(Interceptor.Priority.PLATFORM_BEFORE) StartupEvent event) {
        System.setProperty(ChannelInitializerExtension.EXTENSIONS_SYSTEM_PROPERTY, "serviceload");
    }
}
