package org.stoppayment.gateway.banks;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.stoppayment.gateway.orders.domain.Outcome;
import org.stoppayment.gateway.trial.domain.Exchange;
import org.stoppayment.gateway.trial.domain.HttpMessage;
import org.stoppayment.kernel.Violation;

/** Keeps the last request and its answer. Thread-safe. */
final class LastExchange implements ExchangeRecorder {

    private Optional<HttpMessage> request = Optional.empty();
    private Optional<HttpMessage> answer = Optional.empty();
    private List<Violation> unreadable = List.of();

    synchronized void clear() {
        request = Optional.empty();
        answer = Optional.empty();
        unreadable = List.of();
    }

    /** The exchange that led to this outcome. */
    synchronized Exchange exchange(Outcome outcome) {
        return new Exchange(request, answer, outcome, unreadable);
    }

    @Override
    public synchronized void sending(String method, String url, Map<String, String> headers, byte[] body) {
        request = Optional.of(new HttpMessage(method + " " + url, headers, text(body)));
    }

    @Override
    public synchronized void received(int status, Map<String, String> headers, byte[] body) {
        answer = Optional.of(new HttpMessage("HTTP " + status, headers, text(body)));
    }

    @Override
    public synchronized void unreadable(List<Violation> violations) {
        unreadable = List.copyOf(violations);
    }

    private static String text(byte[] body) {
        return new String(body, StandardCharsets.UTF_8);
    }
}
