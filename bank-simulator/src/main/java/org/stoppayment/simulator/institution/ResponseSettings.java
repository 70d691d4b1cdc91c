package org.stoppayment.simulator.institution;

import java.util.Random;
import org.stoppayment.simulator.behaviour.Mode;
import org.stoppayment.simulator.behaviour.ResponseMillis;

/** How an institution answers without a fault. Worlds and the control API change it. Thread-safe. */
public final class ResponseSettings {

    private static final ResponseMillis DEFAULT = new ResponseMillis(20, 80);

    private final boolean isOpenByDefault;
    private final long seed;
    private Mode mode = Mode.SYNC;
    private ResponseMillis responseMillis = DEFAULT;
    private boolean isOpen;
    private Random random;

    ResponseSettings(boolean isOpenByDefault, long seed) {
        this.isOpenByDefault = isOpenByDefault;
        this.isOpen = isOpenByDefault;
        this.seed = seed;
        this.random = new Random(seed);
    }

    /** Whether it answers with the feedback or calls back. */
    public synchronized Mode mode() {
        return mode;
    }

    /** Sets the mode. */
    public synchronized void setMode(Mode next) {
        mode = next;
    }

    /** The range of response times. */
    public synchronized ResponseMillis responseMillis() {
        return responseMillis;
    }

    /** Sets the range of response times. */
    public synchronized void setResponseMillis(ResponseMillis next) {
        responseMillis = next;
    }

    /** Whether every account number exists. */
    public synchronized boolean isOpen() {
        return isOpen;
    }

    /** Sets whether every account number exists. */
    public synchronized void setOpen(boolean next) {
        isOpen = next;
    }

    synchronized int drawMillis() {
        return responseMillis.draw(random);
    }

    synchronized void reset() {
        mode = Mode.SYNC;
        responseMillis = DEFAULT;
        isOpen = isOpenByDefault;
        random = new Random(seed);
    }
}
