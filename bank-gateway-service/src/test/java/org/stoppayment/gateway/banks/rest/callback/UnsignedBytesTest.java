package org.stoppayment.gateway.banks.rest.callback;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class UnsignedBytesTest {

    private static final int KIB = 1 << 10;

    private final UnsignedBytes memory = new UnsignedBytes(400 * KIB);

    @Test
    void aQuarterIsKeptForSmallBodies() {
        assertThat(memory.take(0, 300 * KIB)).as("a large body").isTrue();
        assertThat(memory.take(300 * KIB, 1)).as("more of it").isFalse();
        assertThat(memory.take(0, 64 * KIB)).as("a small body").isTrue();
        assertThat(memory.take(64 * KIB, 1)).as("that becomes large").isFalse();
        assertThat(memory.take(0, 37 * KIB)).as("more than there is").isFalse();
        assertThat(memory.held()).isEqualTo(364 * KIB);
    }

    @Test
    void memoryThatIsGivenBackCanBeTakenAgain() {
        assertThat(memory.take(0, 300 * KIB)).isTrue();
        memory.release(300 * KIB);

        assertThat(memory.held()).isZero();
        assertThat(memory.take(0, 300 * KIB)).isTrue();
    }
}
