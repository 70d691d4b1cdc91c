package org.stoppayment.benchmarks.harness;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.stoppayment.kernel.WebhookSignature;

/**
 * The institutions' own time: so many refunds are asked of the stub by a bare HTTP client, with so many at once and no more than the agreed calls a
 * second at each institution. Nothing is signed, checked or stored.
 */
public final class BareAnswers {

    private static final int NANOS_OF_A_SECOND = 1_000_000_000;

    private final BankStub banks;
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    /** Of the institutions of this stub. */
    public BareAnswers(BankStub banks) {
        this.banks = banks;
    }

    /**
     * Seconds until all are answered.
     *
     * @param positions of the institutions, which are asked in turn
     * @param count of refunds
     * @param atOnce number in flight
     * @param callsPerSecond agreed with each institution
     */
    public double seconds(List<Integer> positions, int count, int atOnce, int callsPerSecond) {
        AtomicInteger next = new AtomicInteger();
        long begin = System.nanoTime();
        long interval = NANOS_OF_A_SECOND / ((long) callsPerSecond * positions.size());
        CompletableFuture.allOf(IntStream.range(0, atOnce)
                        .mapToObj(chain -> chain(positions, count, next, begin, interval))
                        .toArray(CompletableFuture[]::new))
                .join();
        return (System.nanoTime() - begin) / 1e9;
    }

    private CompletableFuture<?> chain(
            List<Integer> positions, int count, AtomicInteger next, long begin, long interval) {
        int number = next.getAndIncrement();
        if (number >= count) {
            return CompletableFuture.completedFuture(null);
        }
        long early = begin + number * interval - System.nanoTime();
        return CompletableFuture.supplyAsync(
                        () -> request(positions.get(number % positions.size()), number),
                        CompletableFuture.delayedExecutor(Math.max(0, early), TimeUnit.NANOSECONDS))
                .thenCompose(request -> client.sendAsync(request, HttpResponse.BodyHandlers.discarding()))
                .thenCompose(answered -> chain(positions, count, next, begin, interval));
    }

    private HttpRequest request(int position, int number) {
        return HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:" + banks.ports().get(position) + "/v1/refunds"))
                .header(WebhookSignature.SIGNATURE_HEADER, "none")
                .POST(HttpRequest.BodyPublishers.ofString("{\"applicationId\":\"" + number + "\",\"amountFen\":100}"))
                .build();
    }
}
