package org.stoppayment.gateway.registry.domain;

import java.time.Duration;

/**
 * The limits of calls that were agreed with an institution. The registry file sets them.
 *
 * @param timeout the time-out of a call, including its time in the queue; at most {@link org.stoppayment.kernel.InstitutionTimeout#MAX}
 * @param concurrency the maximum of calls at the same time
 * @param queue the maximum of queued calls
 * @param callsPerSecond the maximum of calls in any second; calls are spaced evenly
 */
public record CallLimits(Duration timeout, int concurrency, int queue, int callsPerSecond) {}
