package org.stoppayment.freeze.shared.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class TransitionTableTest {

    private enum Door {
        OPEN,
        CLOSED,
        LOCKED
    }

    private enum Act {
        CLOSE,
        LOCK
    }

    private final TransitionTable<Door, Act> table = new TransitionTable<>("door", Door.class, Act.class);

    @Test
    void eventMovesOnSaysNothingNewOrIsRefused() {
        table.moves(Act.CLOSE, Door.CLOSED, Door.OPEN);
        table.stale(Act.CLOSE, Door.CLOSED, Door.LOCKED);

        assertThat(table.next(Door.OPEN, Act.CLOSE)).contains(Door.CLOSED);
        assertThat(table.next(Door.LOCKED, Act.CLOSE)).isEmpty();
        assertThatThrownBy(() -> table.next(Door.OPEN, Act.LOCK))
                .isInstanceOf(IllegalTransition.class)
                .hasMessageContaining("door");
    }

    @Test
    void pairStandsInTheTableOnce() {
        table.moves(Act.CLOSE, Door.CLOSED, Door.OPEN);
        table.stale(Act.LOCK, Door.LOCKED);

        assertThatThrownBy(() -> table.moves(Act.CLOSE, Door.LOCKED, Door.OPEN))
                .isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> table.stale(Act.CLOSE, Door.OPEN)).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> table.moves(Act.LOCK, Door.OPEN, Door.LOCKED))
                .isInstanceOf(IllegalStateException.class);
    }
}
