package org.stoppayment.gateway.banks.rest.callback.framing;

import java.util.List;

/** The {@code Transfer-Encoding} of a request. */
public final class TransferEncoding {

    private static final String CHUNKED = "chunked";

    private TransferEncoding() {}

    /** True when the values of the header are {@code chunked}, once, and nothing else. */
    public static boolean isChunked(List<String> values) {
        return values.size() == 1 && values.get(0).trim().equalsIgnoreCase(CHUNKED);
    }
}
