package org.stoppayment.kit.admission;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class StreamSharesTest {

    private static final StreamShares.Place<String> PLACE = new StreamShares.Place<>(true, Optional.empty());

    private final StreamShares<String, String> shares = new StreamShares<>(4);

    private static StreamShares.Place<String> placeOf(String loser) {
        return new StreamShares.Place<>(true, Optional.of(loser));
    }

    @Test
    void connectionWithoutStreamsGetsTheLastOfTheOneThatHasMost() {
        for (int i = 1; i <= 3; i++) {
            assertThat(shares.open("greedy", "greedy " + i)).isEqualTo(PLACE);
        }
        assertThat(shares.open("a", "a1")).isEqualTo(PLACE);
        assertThat(shares.open("b", "b1")).isEqualTo(placeOf("greedy 3"));
        assertThat(shares.open()).isEqualTo(4);
    }

    @Test
    void greedyConnectionItselfIsRefused() {
        for (int i = 1; i <= 4; i++) {
            shares.open("greedy", "greedy " + i);
        }
        assertThat(shares.open("greedy", "greedy 5").isGiven()).isFalse();
        assertThat(shares.open()).isEqualTo(4);
    }

    @Test
    void equalSharesAreKept() {
        shares.open("a", "a1");
        shares.open("a", "a2");
        shares.open("b", "b1");
        shares.open("b", "b2");
        assertThat(shares.open("c", "c1")).isEqualTo(placeOf("a2"));
        assertThat(shares.open("a", "a3").isGiven()).isFalse(); // nobody has more than one more
    }

    @Test
    void placeIsGivenBackOnce() {
        shares.open("a", "a1");
        shares.close("a", "a1");
        shares.close("a", "a1");
        assertThat(shares.open()).isZero();
    }
}
