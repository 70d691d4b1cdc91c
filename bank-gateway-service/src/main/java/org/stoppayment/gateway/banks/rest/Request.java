package org.stoppayment.gateway.banks.rest;

import io.vertx.core.http.HttpMethod;
import java.util.Map;

/**
 * An HTTP request of the institution API.
 *
 * @param method the HTTP method
 * @param path path below the institution's base path
 * @param headers all headers that the API defines
 * @param body the signed bytes; empty for an inquiry
 */
record Request(HttpMethod method, String path, Map<String, String> headers, byte[] body) {}
