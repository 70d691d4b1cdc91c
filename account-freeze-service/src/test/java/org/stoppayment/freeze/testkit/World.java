package org.stoppayment.freeze.testkit;

import java.time.InstantSource;
import org.stoppayment.kit.testing.Ports;

/** The services around account-freeze, and the port that it serves on. */
public final class World {

    public final FakeGateway gateway = new FakeGateway();
    public final FakeRecovery recovery = new FakeRecovery();
    public final FakeHook hook = new FakeHook();
    public final Freeze freeze = new Freeze(Ports.free());

    void reset(InstantSource clock) {
        gateway.reset(clock);
        recovery.reset();
        hook.reset();
    }

    void close() {
        freeze.close();
        gateway.goAway();
        recovery.goAway();
        hook.close();
    }
}
