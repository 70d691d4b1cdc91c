package org.stoppayment.kit.admission;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class FairSlotsTest {

    private final FairSlots<String> slots = new FairSlots<>(4);
    private final List<String> granted = new ArrayList<>();

    private void acquire(String caller, String what) {
        slots.acquire(caller, () -> granted.add(what));
    }

    @Test
    void callerHasHalfOfTheSlotsAndAnotherIsServedAtOnce() {
        for (int i = 1; i <= 100; i++) {
            acquire("greedy", "greedy " + i);
        }
        acquire("other", "other");
        assertThat(granted).containsExactly("greedy 1", "greedy 2", "other");
    }

    @Test
    void freeSlotGoesToTheCallerThatHasFewest() {
        acquire("a", "a1");
        acquire("a", "a2");
        acquire("b", "b1");
        acquire("b", "b2");
        acquire("a", "a3");
        acquire("c", "c1");
        slots.release("a");
        assertThat(granted).containsExactly("a1", "a2", "b1", "b2", "c1");
        slots.release("b");
        assertThat(granted).endsWith("a3");
    }

    @Test
    void waitingOfOneCallerIsInOrder() {
        acquire("a", "a1");
        acquire("a", "a2");
        acquire("a", "a3");
        acquire("a", "a4");
        slots.release("a");
        slots.release("a");
        assertThat(granted).containsExactly("a1", "a2", "a3", "a4");
    }

    @Test
    void withdrawnRequestGetsNoSlot() {
        Runnable waiting = () -> granted.add("left");
        acquire("a", "a1");
        acquire("a", "a2");
        slots.acquire("a", waiting);
        assertThat(slots.withdraw("a", waiting)).isTrue();
        assertThat(slots.withdraw("a", waiting)).isFalse();
        slots.release("a");
        slots.release("a");
        assertThat(granted).containsExactly("a1", "a2");
        assertThat(slots.free()).isEqualTo(4);
    }
}
