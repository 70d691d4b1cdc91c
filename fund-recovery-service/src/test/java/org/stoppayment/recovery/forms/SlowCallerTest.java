package org.stoppayment.recovery.forms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.stoppayment.proto.recovery.v1.RefundFormKind.REFUND_FORM_KIND_FLOW_TABLE;

import com.google.protobuf.ByteString;
import io.grpc.ManagedChannel;
import io.grpc.Status;
import io.grpc.stub.ClientCallStreamObserver;
import io.grpc.stub.ClientResponseObserver;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.stoppayment.kernel.ServiceNames;
import org.stoppayment.kit.testing.ProxiedPostgresResource;
import org.stoppayment.kit.testing.TestCertificates;
import org.stoppayment.proto.recovery.v1.FormServiceGrpc;
import org.stoppayment.proto.recovery.v1.MakeRefundFormRequest;
import org.stoppayment.proto.recovery.v1.MakeRefundFormResponse;
import org.stoppayment.proto.recovery.v1.RefundPlan;
import org.stoppayment.recovery.testkit.PayingInstitutionsResource;
import org.stoppayment.recovery.testkit.RecoveryClient;

/** A caller that reads slowly gets the whole form, and holds nobody up for longer than it reads. */
@QuarkusTest
@TestProfile(SlowCallerTest.OneReader.class)
@QuarkusTestResource(ProxiedPostgresResource.class)
@QuarkusTestResource(PayingInstitutionsResource.class)
class SlowCallerTest extends FormFixture {

    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final int VICTIMS = 500;
    private static final int WINDOW_BYTES = 16 * 1024;

    private ManagedChannel narrow;

    /** One form is read at a time. */
    public static final class OneReader implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("stoppayment.forms.caller-patience", "PT5M", "stoppayment.forms.max-readers", "1");
        }
    }

    /** A connection that takes little at a time. */
    @BeforeEach
    void connectNarrowly() {
        narrow = TestCertificates.channel(TestCertificates.COMMAND, ServiceNames.FUND_RECOVERY, RecoveryClient.port())
                .flowControlWindow(WINDOW_BYTES)
                .build();
    }

    @AfterEach
    void disconnect() {
        narrow.shutdownNow();
    }

    @Test
    void slowCallerGetsTheWholeFormAndOthersWaitUntilItIsRead() {
        RefundPlan plan = planWithALongFlowTable();
        Caller slow = call(plan);
        slow.read(1);
        await().atMost(PATIENCE).until(() -> !slow.parts.isEmpty());

        assertThatThrownBy(() -> make(plan, name(REFUND_FORM_KIND_FLOW_TABLE)))
                .as("most of the file is not sent yet")
                .hasMessageContaining("UNAVAILABLE")
                .hasMessageContaining("too many forms are being read");
        while (slow.end.isEmpty()) {
            slow.read(1);
        }

        assertThat(slow.end).contains(Status.Code.OK);
        Received atOnce = make(plan, name(REFUND_FORM_KIND_FLOW_TABLE));
        assertThat(slow.bytes()).isEqualTo(ByteString.copyFrom(atOnce.bytes()));
    }

    @Test
    void callerThatLeavesInTheMiddleMakesRoomForTheNext() {
        RefundPlan plan = planWithALongFlowTable();
        Caller leaving = call(plan);
        leaving.read(1);
        await().atMost(PATIENCE).until(() -> !leaving.parts.isEmpty());

        leaving.leave();

        await().atMost(PATIENCE)
                .ignoreExceptionsMatching(failure -> failure.getMessage().contains("too many forms are being read"))
                .until(() ->
                        make(plan, name(REFUND_FORM_KIND_FLOW_TABLE)).form().getVersion() == 1);
    }

    private Caller call(RefundPlan plan) {
        Caller caller = new Caller();
        FormServiceGrpc.newStub(narrow)
                .makeRefundForm(request(plan, name(REFUND_FORM_KIND_FLOW_TABLE), OFFICER), caller);
        return caller;
    }

    /** Far more than the connection takes. */
    private RefundPlan planWithALongFlowTable() {
        facts.paid(caseOne, collector, 3_00, NOON);
        facts.paidByMany(VICTIMS - 1, collector, 3_00, NOON);
        facts.balance(collector, VICTIMS * 3_00L, NOON.plusSeconds(36_600));
        facts.hold(caseOne, collector, "STOP", VICTIMS * 3_00L, NOON.plusSeconds(37_000));
        work();
        return draft(caseOne);
    }

    /** Takes so many messages as it asks for. */
    private static final class Caller implements ClientResponseObserver<MakeRefundFormRequest, MakeRefundFormResponse> {

        private final List<MakeRefundFormResponse> parts = new CopyOnWriteArrayList<>();
        private volatile Optional<Status.Code> end = Optional.empty();
        private volatile Optional<ClientCallStreamObserver<MakeRefundFormRequest>> stream = Optional.empty();

        void read(int messages) {
            stream.orElseThrow().request(messages);
        }

        void leave() {
            stream.orElseThrow().cancel("enough", null);
        }

        ByteString bytes() {
            return parts.stream().map(MakeRefundFormResponse::getContent).reduce(ByteString.EMPTY, ByteString::concat);
        }

        @Override
        public void beforeStart(ClientCallStreamObserver<MakeRefundFormRequest> started) {
            started.disableAutoRequestWithInitial(0);
            stream = Optional.of(started);
        }

        @Override
        public void onNext(MakeRefundFormResponse part) {
            parts.add(part);
        }

        @Override
        public void onError(Throwable failure) {
            end = Optional.of(Status.fromThrowable(failure).getCode());
        }

        @Override
        public void onCompleted() {
            end = Optional.of(Status.Code.OK);
        }
    }
}
