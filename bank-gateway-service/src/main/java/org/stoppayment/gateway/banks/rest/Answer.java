package org.stoppayment.gateway.banks.rest;

/**
 * A complete HTTP answer.
 *
 * @param status the HTTP status
 * @param body the body, at most {@link HttpExchange#MAX_BODY_BYTES}
 */
record Answer(int status, byte[] body) {}
