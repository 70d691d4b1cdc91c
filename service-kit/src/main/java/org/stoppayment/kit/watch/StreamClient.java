package org.stoppayment.kit.watch;

/** Port: a client that is sent what it watches. Called by one thread at a time. */
public interface StreamClient {

    /** True when the client has left. */
    boolean hasLeft();

    /** True when a message would be sent now instead of being queued. */
    boolean isReady();

    /** The watch has failed; nothing follows. */
    void failed(Throwable why);
}
