package org.stoppayment.freeze;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.stoppayment.freeze.application.FreezeConfig;

/** Gives each room the part of the configuration that concerns it. */
@ApplicationScoped
class ConfigParts {

    @Produces
    @Singleton
    FreezeConfig freeze(ServiceConfig config) {
        return config.freeze();
    }
}
