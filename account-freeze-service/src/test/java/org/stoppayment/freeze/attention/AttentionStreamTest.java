package org.stoppayment.freeze.attention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.stoppayment.proto.freeze.v1.AttentionReason.ATTENTION_REASON_DECLINED;
import static org.stoppayment.proto.freeze.v1.AttentionReason.ATTENTION_REASON_HELD_BY_OTHER;

import io.grpc.StatusException;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.stoppayment.freeze.attention.application.WatchingAttention;
import org.stoppayment.freeze.testkit.AttentionFixture;
import org.stoppayment.freeze.testkit.WatchStream;
import org.stoppayment.proto.common.v1.Account;
import org.stoppayment.proto.freeze.v1.AttentionItem;
import org.stoppayment.proto.freeze.v1.AttentionReason;
import org.stoppayment.proto.freeze.v1.WatchAttentionRequest;
import org.stoppayment.proto.freeze.v1.WatchAttentionResponse;

/** A stream of what needs attention; every look is made by hand. */
@QuarkusTest
class AttentionStreamTest extends AttentionFixture {

    private final List<WatchStream<WatchAttentionResponse>> streams = new ArrayList<>();

    @Inject
    WatchingAttention watching;

    @AfterEach
    void nobodyWatchesAfterwards() {
        streams.forEach(WatchStream::close);
        await().atMost(PATIENCE).until(() -> {
            look();
            return watching.watched() == 0;
        });
    }

    private void look() {
        watching.look().await().atMost(PATIENCE);
    }

    private WatchStream<WatchAttentionResponse> watch(AttentionReason reason) {
        int before = watching.watched();
        WatchStream<WatchAttentionResponse> stream = freeze().watchAttention(
                        WatchAttentionRequest.newBuilder().setReason(reason).build());
        streams.add(stream);
        await().atMost(PATIENCE).until(() -> watching.watched() == before + 1);
        return stream;
    }

    private WatchAttentionResponse lookAndRead(WatchStream<WatchAttentionResponse> stream) throws StatusException {
        look();
        return stream.next();
    }

    @Test
    void streamBeginsWithTheItemsAndGoesOnWithTheirChanges() throws StatusException {
        declined(caseId, payee, 1_000);
        WatchStream<WatchAttentionResponse> stream = watch(AttentionReason.ATTENTION_REASON_UNSPECIFIED);

        WatchAttentionResponse first = lookAndRead(stream);
        assertThat(first.getSnapshot().getItemsList()).isEqualTo(open());
        assertThat(first.getSnapshot().getMore()).isFalse();
        assertThat(first.hasAsOf()).isTrue();
        assertThat(first.hasNextWithin()).isTrue();

        Account second = account();
        declined(caseId, second, 2_000);
        WatchAttentionResponse added = lookAndRead(stream);
        assertThat(added.getChanges().getAddedList())
                .extracting(AttentionItem::getAccount)
                .containsExactly(second);
        assertThat(added.getChanges().getChangedCount()).isZero();
        assertThat(added.getChanges().getClosedCount()).isZero();

        AttentionItem item = first.getSnapshot().getItems(0);
        close(item);
        WatchAttentionResponse closed = lookAndRead(stream);
        assertThat(closed.getChanges().getClosedList()).containsExactly(item.getKey());
        assertThat(closed.getChanges().getAddedCount()).isZero();

        database.execute("UPDATE claim SET reported_fen = 2500 WHERE account_number = '" + second.getNumber() + "'");
        WatchAttentionResponse changed = lookAndRead(stream);
        assertThat(changed.getChanges().getChangedList())
                .extracting(AttentionItem::getAtRiskFen)
                .containsExactly(2_500L);
        database.execute("UPDATE claim SET reported_fen = 2000 WHERE account_number = '" + second.getNumber() + "'");
    }

    @Test
    void streamThatNothingChangesForHasHeartbeatsAndEndsInTime() throws StatusException {
        time.stand();
        WatchStream<WatchAttentionResponse> stream = watch(AttentionReason.ATTENTION_REASON_UNSPECIFIED);
        assertThat(lookAndRead(stream).getSnapshot().getItemsCount()).isZero();
        look(); // nothing to say
        time.jump(Duration.ofSeconds(5));

        assertThat(lookAndRead(stream).hasHeartbeat()).isTrue();
        time.jump(Duration.ofMinutes(15));
        assertThat(lookAndRead(stream).hasEnd()).isTrue();
        assertThat(stream.hasEnded()).isTrue();
        assertThat(watching.watched()).isZero();
    }

    @Test
    void streamOfOneReasonHasNoOthers() throws StatusException {
        declined(caseId, payee, 1_000);
        WatchStream<WatchAttentionResponse> held = watch(ATTENTION_REASON_HELD_BY_OTHER);
        WatchStream<WatchAttentionResponse> declined = watch(ATTENTION_REASON_DECLINED);

        look();

        assertThat(held.next().getSnapshot().getItemsCount()).isZero();
        assertThat(declined.next().getSnapshot().getItemsCount()).isOne();
    }

    @Test
    void unknownReasonIsRefused() {
        WatchStream<WatchAttentionResponse> stream = freeze().watchAttention(
                        WatchAttentionRequest.newBuilder().setReasonValue(99).build());
        streams.add(stream);

        assertThatThrownBy(stream::next).hasMessageContainingAll("INVALID_ARGUMENT", "reason");
    }

    @Test
    void databaseThatIsAwayEndsTheStreamAndANewOneBeginsWithAllItems() throws StatusException {
        declined(caseId, payee, 1_000);
        WatchStream<WatchAttentionResponse> stream = watch(AttentionReason.ATTENTION_REASON_UNSPECIFIED);
        lookAndRead(stream);

        postgres.cut();
        try {
            look();
            assertThatThrownBy(stream::next).hasMessageContaining("UNAVAILABLE");
        } finally {
            postgres.join();
        }

        assertThat(watching.watched()).isZero();
        await().atMost(PATIENCE).ignoreExceptions().until(() -> database.number("SELECT 1") == 1);
        assertThat(lookAndRead(watch(AttentionReason.ATTENTION_REASON_UNSPECIFIED))
                        .getSnapshot()
                        .getItemsCount())
                .isOne();
    }
}
