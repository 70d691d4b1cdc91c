package org.stoppayment.simulator.institution;

import java.util.Random;
import org.stoppayment.simulator.Mode;
import org.stoppayment.simulator.world.ResponseMillis;

/** How an institution usually answers; worlds and the control API change it. */
public final class Manners {

    private static final ResponseMillis USUAL = new ResponseMillis(20, 80);

    private final boolean isOpenAtFirst;
    private final long seed;
    private Mode mode = Mode.SYNC;
    private ResponseMillis responseMillis = USUAL;
    private boolean isOpen;
    private Random random;

    Manners(boolean isOpenAtFirst, long seed) {
        this.isOpenAtFirst = isOpenAtFirst;
        this.isOpen = isOpenAtFirst;
        this.seed = seed;
        this.random = new Random(seed);
    }

    /** Answers or calls back. */
    public synchronized Mode mode() {
        return mode;
    }

    /** Sets the mode. */
    public synchronized void setMode(Mode next) {
        mode = next;
    }

    /** How long an answer takes. */
    public synchronized ResponseMillis responseMillis() {
        return responseMillis;
    }

    /** Sets how long an answer takes. */
    public synchronized void setResponseMillis(ResponseMillis next) {
        responseMillis = next;
    }

    /** Whether every account number is taken to exist. */
    public synchronized boolean isOpen() {
        return isOpen;
    }

    /** Sets whether every account number is taken to exist. */
    public synchronized void setOpen(boolean next) {
        isOpen = next;
    }

    synchronized int drawMillis() {
        return responseMillis.draw(random);
    }

    synchronized void reset() {
        mode = Mode.SYNC;
        responseMillis = USUAL;
        isOpen = isOpenAtFirst;
        random = new Random(seed);
    }
}
