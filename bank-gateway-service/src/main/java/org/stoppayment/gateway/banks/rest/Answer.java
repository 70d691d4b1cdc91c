package org.stoppayment.gateway.banks.rest;

/**
 * An HTTP answer, whole.
 *
 * @param status its status
 * @param body its body, at most {@link HttpExchange#MAX_BYTES}
 */
record Answer(int status, byte[] body) {}
