package org.stoppayment.freeze.orders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.stoppayment.proto.freeze.v1.StopOrderState.STOP_ORDER_STATE_IN_EFFECT;

import com.google.protobuf.ByteString;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.stoppayment.freeze.testkit.FreezeFixture;
import org.stoppayment.freeze.testkit.Report;
import org.stoppayment.proto.common.v1.Account;
import org.stoppayment.proto.common.v1.DeliverEventsResponse;
import org.stoppayment.proto.common.v1.Event;
import org.stoppayment.proto.common.v1.Transfer;
import org.stoppayment.proto.intake.v1.AcceptedTransfer;
import org.stoppayment.proto.intake.v1.ReportAccepted;

/** Intake's events as they are delivered: what is taken, and what can never be. */
@QuarkusTest
class EventInboxTest extends FreezeFixture {

    private final String caseId = newCase();
    private final Account payee = account();

    @Test
    void eventsThatCanNeverBeReadAreRejectedAndTheOthersTaken() {
        Report good = Report.of(caseId).paid(payee, 100);
        Event bad = Report.of(newCase()).paid(account(), 100).event();
        ReportAccepted negative = ReportAccepted.newBuilder()
                .setCaseId(newCase())
                .addTransfers(transfer(b -> b.setAmountFen(-5)))
                .build();
        ReportAccepted tooMuch = ReportAccepted.newBuilder()
                .setCaseId(newCase())
                .addTransfers(transfer(b -> b.setAmountFen(10_000_000_000_001L)))
                .build();
        ReportAccepted neverBooked = ReportAccepted.newBuilder()
                .setCaseId(newCase())
                .addTransfers(transfer(b -> b.getTransferredAtBuilder().setSeconds(Long.MAX_VALUE)))
                .build();
        ReportAccepted correctsNothing = ReportAccepted.newBuilder()
                .setCaseId(newCase())
                .addTransfers(transfer(b -> {}).toBuilder().setCorrectsTransferId("the one before"))
                .build();

        DeliverEventsResponse response = freeze().deliver(List.of(
                bad.toBuilder().setType("stoppayment.intake.v1.Unheard").build(),
                bad.toBuilder().setData(ByteString.copyFromUtf8("\377broken")).build(),
                bad.toBuilder().setEventId("not a uuid").build(),
                with(bad, ReportAccepted.newBuilder().setCaseId("not a uuid").build()),
                with(bad, negative),
                with(bad, tooMuch),
                with(bad, neverBooked),
                with(bad, correctsNothing),
                good.event()));

        assertThat(response.getRejectedList()).hasSize(8);
        assertThat(response.getDeferredEventIdsList()).isEmpty();
        assertThat(response.getRejected(4).getReason()).doesNotContain(payee.getNumber());
        awaitOrder(caseId, STOP_ORDER_STATE_IN_EFFECT);
    }

    @Test
    void deliveryHasOneEventToTwoHundredAndFiftySix() {
        assertThatThrownBy(() -> freeze().deliver(List.of()))
                .isInstanceOfSatisfying(
                        StatusRuntimeException.class,
                        refused -> assertThat(refused.getStatus().getCode()).isEqualTo(Status.Code.INVALID_ARGUMENT));
        Event event = Report.of(caseId).paid(payee, 100).event();
        assertThatThrownBy(() -> freeze().deliver(Collections.nCopies(257, event)))
                .isInstanceOfSatisfying(
                        StatusRuntimeException.class,
                        refused -> assertThat(refused.getStatus().getCode()).isEqualTo(Status.Code.INVALID_ARGUMENT));

        freeze().deliver(Collections.nCopies(256, event));

        awaitOrder(caseId, STOP_ORDER_STATE_IN_EFFECT);
        assertThat(gateway().sends()).hasSize(1);
    }

    @Test
    void burstOfReportsIsPlacedWhole() {
        List<Callable<DeliverEventsResponse>> deliveries = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            Report report = Report.of(newCase()).paid(account(), 100).paid(account(), 100);
            deliveries.add(() -> freeze().deliver(report));
        }

        atOnce(deliveries);

        await().atMost(PATIENCE).until(() -> gateway().sends().size() == 80);
    }

    private static Event with(Event event, ReportAccepted report) {
        return event.toBuilder().setData(report.toByteString()).build();
    }

    private AcceptedTransfer transfer(Consumer<Transfer.Builder> edit) {
        var builder = Transfer.newBuilder().setPayee(payee);
        edit.accept(builder);
        return AcceptedTransfer.newBuilder()
                .setTransferId(newCase())
                .setTransfer(builder)
                .build();
    }
}
