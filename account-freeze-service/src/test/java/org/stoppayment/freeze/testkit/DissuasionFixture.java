package org.stoppayment.freeze.testkit;

import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.stoppayment.proto.freeze.v1.StopOrderState.STOP_ORDER_STATE_IN_EFFECT;

import com.google.protobuf.InvalidProtocolBufferException;
import com.google.rpc.ErrorInfo;
import io.grpc.StatusRuntimeException;
import io.grpc.protobuf.StatusProto;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.stoppayment.freeze.dissuasion.application.ListingUnreportedVictims;
import org.stoppayment.freeze.shared.domain.ScreeningDelay;
import org.stoppayment.proto.common.v1.Account;
import org.stoppayment.proto.common.v1.Operator;
import org.stoppayment.proto.freeze.v1.ClaimDissuasionRequest;
import org.stoppayment.proto.freeze.v1.CloseDissuasionRequest;
import org.stoppayment.proto.freeze.v1.Dissuasion;
import org.stoppayment.proto.freeze.v1.DissuasionOutcome;
import org.stoppayment.proto.freeze.v1.DissuasionState;
import org.stoppayment.proto.freeze.v1.ListDissuasionRequest;
import org.stoppayment.proto.freeze.v1.ReleaseDissuasionRequest;
import org.stoppayment.proto.freeze.v1.StopOrder;
import org.stoppayment.proto.gateway.v1.Feedback;
import org.stoppayment.proto.gateway.v1.Inflow;

/** A bed for the dissuasion list: banks that tell who paid in, officers of the 96110 desk. */
public abstract class DissuasionFixture extends FreezeFixture {

    protected static final Operator CHEN = officer("badge-100001");
    protected static final Operator WU = officer("badge-200002");

    @Inject
    ListingUnreportedVictims listing;

    protected final String caseId = newCase();
    protected final Account mule = account();
    protected Instant stop;

    @BeforeEach
    void stopMoment() {
        stop = time.stand();
    }

    protected static Operator officer(String badge) {
        return Operator.newBuilder()
                .setOrganisation("96110 Fuzhou")
                .setBadgeNumber(badge)
                .build();
    }

    protected static Inflow.Builder from(Account payer, String serial, long fen, Instant at) {
        return Outcomes.inflow(serial, fen, at).setPayer(payer);
    }

    /** The bank of {@code account} stops it at the moment {@code stop} and tells what came in. */
    protected Bank stopsAndTells(Inflow.Builder... inflows) {
        return id -> {
            Feedback.Builder feedback = Outcomes.stopped(id, stop, FakeGateway.BALANCE);
            List.of(inflows).forEach(feedback::addInflows);
            return Bank.done(Outcomes.of(feedback));
        };
    }

    /** A case on the mule, whose bank stops it and tells what came in. */
    protected StopOrder stopped(Inflow.Builder... inflows) {
        gateway().onSend(mule.getNumber(), stopsAndTells(inflows));
        freeze().deliver(Report.of(caseId).paid(mule, 1000));
        return awaitOrder(caseId, STOP_ORDER_STATE_IN_EFFECT);
    }

    /** One look for inflows that are due, once they are. */
    protected void screen() {
        time.jump(ScreeningDelay.VALUE);
        look(1);
    }

    /** Looks of several replicas at once. */
    protected void look(int replicas) {
        Uni.join()
                .all(IntStream.range(0, replicas)
                        .mapToObj(replica -> Uni.createFrom().deferred(() -> listing.list()))
                        .toList())
                .andFailFast()
                .await()
                .atMost(PATIENCE);
    }

    protected List<Dissuasion> entries(DissuasionState state) {
        return freeze().dissuasion()
                .listDissuasion(
                        ListDissuasionRequest.newBuilder().setState(state).build())
                .getEntriesList();
    }

    protected List<Dissuasion> open() {
        return entries(DissuasionState.DISSUASION_STATE_OPEN);
    }

    protected Dissuasion claim(Dissuasion entry, Operator officer) {
        return freeze().dissuasion()
                .claimDissuasion(ClaimDissuasionRequest.newBuilder()
                        .setDissuasionId(entry.getDissuasionId())
                        .setOfficer(officer)
                        .build())
                .getEntry();
    }

    protected Dissuasion release(Dissuasion entry, Operator officer) {
        return freeze().dissuasion()
                .releaseDissuasion(ReleaseDissuasionRequest.newBuilder()
                        .setDissuasionId(entry.getDissuasionId())
                        .setOfficer(officer)
                        .build())
                .getEntry();
    }

    protected Dissuasion close(Dissuasion entry, Operator officer, DissuasionOutcome outcome, String note) {
        return freeze().dissuasion()
                .closeDissuasion(CloseDissuasionRequest.newBuilder()
                        .setDissuasionId(entry.getDissuasionId())
                        .setOfficer(officer)
                        .setOutcome(outcome)
                        .setNote(note)
                        .build())
                .getEntry();
    }

    /** Why it is refused, as the code for programs and the words for people. */
    protected static String refusal(Runnable asked) {
        StatusRuntimeException refused = catchThrowableOfType(StatusRuntimeException.class, asked::run);
        try {
            return StatusProto.fromThrowable(refused)
                            .getDetails(0)
                            .unpack(ErrorInfo.class)
                            .getReason() + ": " + refused.getStatus().getDescription();
        } catch (InvalidProtocolBufferException other) {
            throw new AssertionError(refused);
        }
    }
}
