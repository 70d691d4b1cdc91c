package org.stoppayment.benchmarks.harness;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;

/** An account that money passes through on its way: what its institution tells, how long it takes, and when it did. */
public final class Mule {

    private final String account;
    private final int answerMillis;
    private final long pathMillis;
    private final long heldFen;
    private final CountDownLatch missing;
    private final List<String> outflows = new ArrayList<>();
    private volatile long arrived;
    private volatile long answered;

    /**
     * @param account its number
     * @param answerMillis time that its institution takes
     * @param pathMillis time that the institutions take from the first account to this one
     * @param heldFen what is left in it
     * @param missing counted down once it has been answered for
     */
    Mule(String account, int answerMillis, long pathMillis, long heldFen, CountDownLatch missing) {
        this.account = account;
        this.answerMillis = answerMillis;
        this.pathMillis = pathMillis;
        this.heldFen = heldFen;
        this.missing = missing;
    }

    void paid(String outflow) {
        outflows.add(outflow);
    }

    public String account() {
        return account;
    }

    public int answerMillis() {
        return answerMillis;
    }

    public long pathMillis() {
        return pathMillis;
    }

    /** The fields of the feedback that tell of its money. */
    String told() {
        return "\"balanceFen\":" + heldFen + ",\"outflows\":[" + String.join(",", outflows) + "]";
    }

    /** The order had been read in whole; an attempt after the first changes nothing. */
    void orderArrived(long nanoTime) {
        if (arrived == 0) {
            arrived = nanoTime;
        }
    }

    /** The institution answers. */
    void orderAnswered(long nanoTime) {
        if (answered == 0) {
            answered = nanoTime;
            missing.countDown();
        }
    }

    public long arrived() {
        return arrived;
    }

    public long answered() {
        return answered;
    }
}
