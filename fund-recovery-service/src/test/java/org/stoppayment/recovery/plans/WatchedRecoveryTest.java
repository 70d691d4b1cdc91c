package org.stoppayment.recovery.plans;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.grpc.Status;
import io.grpc.stub.StreamObserver;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.stoppayment.kit.testing.FreshIds;
import org.stoppayment.kit.testing.ProxiedPostgresResource;
import org.stoppayment.proto.recovery.v1.RecoverySnapshot;
import org.stoppayment.proto.recovery.v1.RecoveryWatchServiceGrpc;
import org.stoppayment.proto.recovery.v1.RefundBlocker;
import org.stoppayment.proto.recovery.v1.RefundCondition;
import org.stoppayment.proto.recovery.v1.WatchRecoveryRequest;
import org.stoppayment.proto.recovery.v1.WatchRecoveryResponse;
import org.stoppayment.proto.recovery.v1.WatchedPlan;

/** Officers watch what a victim may get back. */
@QuarkusTest
@QuarkusTestResource(ProxiedPostgresResource.class)
class WatchedRecoveryTest extends PlanFixture {

    @Test
    void conditionsAreStreamedAsTheyAreMet() {
        twoVictimsPay();
        facts.hold(caseOne, collector, "STOP", 80_00, NOON.plusSeconds(300));
        work();
        Stream stream = watch(caseOne, "");
        await().until(() -> !stream.snapshots().isEmpty());
        WatchedPlan first = stream.last().getPlans(0);
        assertThat(first.getBlockersList()).contains(RefundBlocker.REFUND_BLOCKER_CONDITION_UNMET);
        assertThat(unmet(first)).contains(RefundCondition.REFUND_CONDITION_IDENTITY_VERIFIED);
        assertThat(first.getPayouts(0).getPayout().getPayFen()).isEqualTo(53_33);
        assertThat(stream.last().getAccounts(0).getSharesList()).hasSize(2);

        verify(caseOne);
        work();

        await().untilAsserted(() -> assertThat(unmet(stream.last().getPlans(0)))
                .doesNotContain(RefundCondition.REFUND_CONDITION_IDENTITY_VERIFIED)
                .contains(RefundCondition.REFUND_CONDITION_FROZEN));
        assertThat(stream.last().getVictim().hasIdentityVerifiedAt()).isTrue();
    }

    @Test
    void stateThatWasSeenIsNotSentAgain() {
        twoVictimsPay();
        facts.hold(caseOne, collector, "STOP", 80_00, NOON.plusSeconds(300));
        work();
        Stream first = watch(caseOne, "");
        await().until(() -> !first.snapshots().isEmpty());

        Stream second = watch(caseOne, first.lastToken());

        await().until(() -> !second.messages.isEmpty());
        assertThat(second.messages.get(0).hasHeartbeat()).isTrue();
        assertThat(second.lastToken()).isEqualTo(first.lastToken());
    }

    @Test
    void caseOfWhichNothingIsToldIsNotFound() {
        Stream stream = watch(FreshIds.next(), "");

        await().untilAsserted(() -> assertThat(stream.failure).contains(Status.Code.NOT_FOUND));
    }

    @Test
    void wrongTokenIsRefused() {
        Stream stream = watch(caseOne, "yesterday");

        await().untilAsserted(() -> assertThat(stream.failure).contains(Status.Code.INVALID_ARGUMENT));
    }

    private static List<RefundCondition> unmet(WatchedPlan plan) {
        return plan.getPayouts(0).getPayout().getConditionsList().stream()
                .filter(check -> !check.getIsMet())
                .map(check -> check.getCondition())
                .toList();
    }

    private Stream watch(UUID caseId, String token) {
        Stream stream = new Stream();
        RecoveryWatchServiceGrpc.newStub(client.channel())
                .watchRecovery(
                        WatchRecoveryRequest.newBuilder()
                                .setCaseId(caseId.toString())
                                .setResumeToken(token)
                                .build(),
                        stream);
        return stream;
    }

    /** What a client was sent. */
    private static final class Stream implements StreamObserver<WatchRecoveryResponse> {

        private final List<WatchRecoveryResponse> messages = new CopyOnWriteArrayList<>();
        private volatile Optional<Status.Code> failure = Optional.empty();

        @Override
        public void onNext(WatchRecoveryResponse message) {
            messages.add(message);
        }

        @Override
        public void onError(Throwable failed) {
            failure = Optional.of(Status.fromThrowable(failed).getCode());
        }

        @Override
        public void onCompleted() {}

        private List<RecoverySnapshot> snapshots() {
            return messages.stream()
                    .filter(WatchRecoveryResponse::hasSnapshot)
                    .map(WatchRecoveryResponse::getSnapshot)
                    .toList();
        }

        private RecoverySnapshot last() {
            List<RecoverySnapshot> snapshots = snapshots();
            return snapshots.get(snapshots.size() - 1);
        }

        private String lastToken() {
            return messages.get(messages.size() - 1).getResumeToken();
        }
    }
}
