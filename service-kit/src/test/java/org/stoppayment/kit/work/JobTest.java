package org.stoppayment.kit.work;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.smallrye.mutiny.Uni;
import java.io.IOException;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.stoppayment.kit.testing.LogListener;

class JobTest {

    private static final String SECRET = "6222020000000000018";

    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private final Jobs jobs = new Jobs(registry);
    private final Job job = jobs.named("follow-ups");
    private final LogListener log = LogListener.start();

    @AfterEach
    void stopListening() {
        log.close();
    }

    private void run(Supplier<Uni<Void>> work) {
        job.run(work).await().indefinitely();
    }

    private void works() {
        run(() -> Uni.createFrom().voidItem());
    }

    private void fails(Throwable failure) {
        run(() -> Uni.createFrom().failure(failure));
    }

    private List<String> logged() {
        return log.lines().stream().filter(line -> line.contains("follow-ups")).toList();
    }

    @Test
    void outageAndItsEndAreLoggedOnce() {
        works();
        assertThat(logged()).isEmpty();
        fails(new IOException(SECRET));
        fails(new IOException(SECRET));
        assertThat(logged())
                .singleElement()
                .asString()
                .startsWith("WARN")
                .contains("Job follow-ups fails and is tried again (IOException)");
        works();
        works();
        assertThat(logged()).hasSize(2).last().asString().startsWith("INFO").contains("Job follow-ups works again");
        fails(new IOException(SECRET));
        assertThat(logged()).hasSize(3);
        assertThat(logged()).noneMatch(line -> line.contains(SECRET));
    }

    @Test
    void bugIsLoggedWithItsStackTraceAndWithoutItsMessage() {
        run(() -> {
            throw new IllegalStateException("number " + SECRET);
        });
        assertThat(logged())
                .singleElement()
                .asString()
                .startsWith("ERROR")
                .contains("java.lang.IllegalStateException")
                .contains("at " + JobTest.class.getName())
                .doesNotContain(SECRET);
    }

    @Test
    void failureDuringShutdownIsNeitherLoggedNorCounted() {
        jobs.stopping(new ShutdownEvent());
        fails(new IOException());
        assertThat(logged()).isEmpty();
        assertThat(failures("follow-ups")).isZero();
    }

    @Test
    void everyFailureIsCounted() {
        jobs.named("claims");
        fails(new IOException());
        fails(new IOException());
        works();
        assertThat(failures("follow-ups")).isEqualTo(2);
        assertThat(failures("claims")).isZero();
    }

    private double failures(String name) {
        return registry.get("stoppayment.work.failures")
                .tag("work", name)
                .counter()
                .count();
    }
}
