package org.stoppayment.kit.admission;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.smallrye.config.WithDefaults;
import java.time.Duration;
import java.util.Map;

/** What gRPC callers may take of a service: {@code stoppayment.grpc}. */
@ConfigMapping(prefix = "stoppayment.grpc")
public interface AdmissionConfig {

    /** Longest time from the end of a request to the answer, for calls with one answer and no deadline; beyond it, UNAVAILABLE. */
    @WithDefault("PT4.5S")
    Duration timeLimit();

    /** Longest time that a large request may take to arrive once it is its turn. */
    @WithDefault("PT10S")
    Duration requestTime();

    /** Maximum number of requests of more than 32 KiB at the same time, from their arrival to the answer; others wait. */
    @WithDefault("8")
    int maxLargeRequests();

    /** Maximum number of streams at the same time, by method such as {@code WatchCase}; beyond it, connections share them equally. */
    @WithDefaults
    @WithDefault("900")
    Map<String, Integer> maxStreams();
}
