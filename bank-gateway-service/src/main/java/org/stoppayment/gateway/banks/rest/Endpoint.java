package org.stoppayment.gateway.banks.rest;

import java.net.URI;

/**
 * The address of an institution's API.
 *
 * @param host the host
 * @param port the port
 * @param tls true for https
 * @param basePath the path before {@code /v1}, without a trailing slash
 */
record Endpoint(String host, int port, boolean tls, String basePath) {

    private static final int HTTPS = 443;
    private static final int HTTP = 80;

    static Endpoint of(URI uri) {
        boolean tls = "https".equals(uri.getScheme());
        int port = uri.getPort() >= 0 ? uri.getPort() : tls ? HTTPS : HTTP;
        String path = uri.getRawPath();
        return new Endpoint(uri.getHost(), port, tls, path.endsWith("/") ? path.substring(0, path.length() - 1) : path);
    }

    /** The URL of a path below it. */
    String url(String path) {
        return (tls ? "https://" : "http://") + host + ":" + port + basePath + path;
    }
}
