package org.stoppayment.recovery.forms.pdf;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.helpers.test.UniAssertSubscriber;
import io.smallrye.mutiny.subscription.UniEmitter;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.stoppayment.kernel.ServiceException;

/** Who makes a form, who waits, and who is turned away. */
class FormQueueTest {

    private final FormQueue queue = new FormQueue(1, 1);
    private final List<String> begun = new ArrayList<>();
    private final List<UniEmitter<? super String>> working = new ArrayList<>();

    private UniAssertSubscriber<String> come(String name) {
        return queue.inTurn(() -> {
                    begun.add(name);
                    return Uni.createFrom().<String>emitter(working::add);
                })
                .subscribe()
                .withSubscriber(UniAssertSubscriber.create());
    }

    @Test
    void workBeginsOnlyWhenItsTurnComes() {
        UniAssertSubscriber<String> first = come("first");
        UniAssertSubscriber<String> second = come("second");
        assertThat(begun).containsExactly("first");
        come("third").assertFailedWith(ServiceException.Overloaded.class, "too many forms");

        working.get(0).complete("made");

        first.assertCompleted();
        second.assertNotTerminated();
        assertThat(begun).containsExactly("first", "second");
    }

    @Test
    void whoLeavesGivesThePlaceToTheNext() {
        UniAssertSubscriber<String> first = come("first");
        UniAssertSubscriber<String> second = come("second");
        second.cancel();
        come("third");

        first.cancel();

        assertThat(begun).containsExactly("first", "third");
    }

    @Test
    void failedWorkGivesThePlaceToTheNext() {
        come("first");
        come("second");

        working.get(0).fail(new IllegalStateException("no paper"));

        assertThat(begun).containsExactly("first", "second");
    }
}
