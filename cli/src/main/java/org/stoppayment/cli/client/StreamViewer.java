package org.stoppayment.cli.client;

import org.stoppayment.cli.text.Text;

/**
 * Shows what a stream brings.
 *
 * @param <M> the messages
 */
public interface StreamViewer<M> {

    /** Called for each message. */
    void received(M message);

    /** The stream is lost: what was shown may be outdated until {@link #reconnected}. Called once per loss. */
    void disconnected(Text reason);

    /** The stream is back; the next message follows. */
    void reconnected();
}
