package org.stoppayment.freeze.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.stoppayment.freeze.testkit.FreezeFixture;

/** The clock that services without a database take. */
@QuarkusTest
class ClockTest extends FreezeFixture {

    @Test
    void timeOfThisServiceIsTold() {
        Instant moment = Instant.parse("2026-03-01T08:00:00.123456Z");
        time.standAt(moment);

        assertThat(freeze().time()).isEqualTo(moment);
    }
}
