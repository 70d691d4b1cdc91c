package org.stoppayment.freeze.testkit;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;

/** Puts account-freeze into its {@link World}; nothing happens by itself, every look for due work is made by hand. */
public final class WorldResource implements QuarkusTestResourceLifecycleManager {

    private World world;

    @Override
    public Map<String, String> start() {
        world = new World();
        return Map.of(
                "stoppayment.gateway.address",
                "127.0.0.1:" + world.gateway.port(),
                "stoppayment.recovery.address",
                "127.0.0.1:" + world.recovery.port(),
                "stoppayment.freeze.alert-webhook",
                world.hook.address(),
                "stoppayment.freeze.alert-webhook-secrets",
                String.join(",", FakeHook.SECRETS),
                "stoppayment.freeze.look-for-due-work",
                "PT0S",
                "stoppayment.freeze.watch.most-streams",
                "20",
                "stoppayment.freeze.watch.most-accounts",
                "40",
                "quarkus.scheduler.enabled",
                "false",
                "quarkus.http.test-ssl-port",
                Integer.toString(world.freeze.port()));
    }

    @Override
    public void inject(TestInjector injector) {
        injector.injectIntoFields(world, new TestInjector.MatchesType(World.class));
    }

    @Override
    public void stop() {
        world.close();
    }
}
