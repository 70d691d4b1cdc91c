package org.stoppayment.freeze.application;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/** What can be set. Durations are ISO 8601. */
@ConfigMapping(prefix = "stoppayment.freeze")
public interface FreezeConfig {

    /** Term of a stop: 48 hours (银发〔2016〕86号). */
    @WithDefault("PT48H")
    Duration term();

    /** Stops that an account may have in all, across cases (ibid.). */
    @WithDefault("2")
    int stopsPerAccount();

    /** How far ahead of us a reported stop moment may be before the term is counted from receipt. */
    @WithDefault("PT10M")
    Duration futureTolerance();

    /** How long inquiries go on before a person must act. */
    @WithDefault("PT10M")
    Duration budget();

    /** How long a process that sends may be silent before it counts as dead; longer than any institution's time-out. */
    @WithDefault("PT8S")
    Duration lease();

    /** How long after a 202 the feedback may take before we inquire. */
    @WithDefault("PT15S")
    Duration feedbackPatience();

    /** The first inquiry comes within this time. */
    @WithDefault("PT1S")
    Duration firstInquiry();

    /** Inquiries never come slower than this. */
    @WithDefault("PT30S")
    Duration slowestInquiry();

    /** What could not be sent is tried again within this time. */
    @WithDefault("PT0.5S")
    Duration firstResend();

    /** What could not be sent is never tried again slower than this. */
    @WithDefault("PT5S")
    Duration slowestResend();

    /** Least tainted money on an account, in fen, that a traced transfer makes an order for. */
    @WithDefault("10000")
    long traceThresholdFen();

    /** The highest level that a traced transfer makes an order at. */
    @WithDefault("12")
    int traceLevels();

    /** Accounts that tracing may find in one case before it makes no more orders in it. */
    @WithDefault("10000")
    int traceNodes();

    /** By how much a reported time and its booking's may differ. */
    @WithDefault("PT10M")
    Duration matchTolerance();

    /** How often to look for due work; zero: never, for tests that do it by hand. */
    @WithDefault("PT0.2S")
    Duration lookForDueWork();

    /** How old the first failure of an unsettled order is when people are told. */
    @WithDefault("PT60S")
    Duration alertAfter();

    /** How long before its end a stop that no freeze has taken over is told to people. */
    @WithDefault("PT6H")
    Duration lapseNear();

    /** Where alerts are posted to; nowhere when it is not set. */
    Optional<URI> alertWebhook();
}
