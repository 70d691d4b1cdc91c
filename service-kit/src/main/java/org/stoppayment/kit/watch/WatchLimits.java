package org.stoppayment.kit.watch;

import java.time.Duration;

/**
 * Limits of watches.
 *
 * @param maxStreams maximum number of concurrent streams
 * @param heartbeat longest time without a message to a client, and longest time that a look may take
 * @param longest age at which a stream is ended; the client opens a new one at any replica
 */
public record WatchLimits(int maxStreams, Duration heartbeat, Duration longest) {}
