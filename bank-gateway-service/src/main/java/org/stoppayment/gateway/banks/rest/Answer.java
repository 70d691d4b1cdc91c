package org.stoppayment.gateway.banks.rest;

import java.time.Instant;
import java.util.Optional;

/**
 * A complete HTTP answer.
 *
 * @param status the HTTP status
 * @param body the body, at most {@link HttpExchange#MAX_BODY_BYTES}
 * @param date the institution's time by its {@code Date} header; empty when it sends none that can be read
 */
record Answer(int status, byte[] body, Optional<Instant> date) {}
