package org.stoppayment.freeze.tracing.grpc;

import org.stoppayment.freeze.books.domain.ClaimBooks;
import org.stoppayment.freeze.orders.domain.views.CaseAttention;
import org.stoppayment.freeze.orders.grpc.OrderWire;
import org.stoppayment.freeze.tracing.domain.CaseGraph.Flow;
import org.stoppayment.freeze.tracing.domain.MoneyTrail.Traced;
import org.stoppayment.freeze.tracing.domain.NotFollowed;
import org.stoppayment.kit.grpc.CommonWire;
import org.stoppayment.proto.freeze.v1.Trace;
import org.stoppayment.proto.freeze.v1.TraceNode;
import org.stoppayment.proto.freeze.v1.TraceSums;
import org.stoppayment.proto.freeze.v1.TracedTransfer;
import org.stoppayment.proto.gateway.v1.OutflowKind;

/** Renders traces. */
public final class TraceWire {

    private TraceWire() {}

    public static Trace render(org.stoppayment.freeze.tracing.domain.Trace trace, CaseAttention attention) {
        Trace.Builder rendered = Trace.newBuilder()
                .setCaseId(trace.caseId().toString())
                .setTotal(render(trace.total()))
                .setConserved(trace.isConserved())
                .setSettled(trace.isSettled())
                .setLevels(trace.levels())
                .setNeedsAttention(attention.isNeeded())
                .addAllAttentionReasons(OrderWire.render(attention));
        trace.nodes().forEach(node -> rendered.addNodes(render(node)));
        trace.duplicates().forEach(duplicate -> rendered.addPossibleDuplicates(OrderWire.render(duplicate)));
        trace.transfers().forEach(traced -> rendered.addTransfers(render(traced)));
        return rendered.build();
    }

    private static TraceNode render(org.stoppayment.freeze.tracing.domain.Trace.Node node) {
        TraceNode.Builder rendered = TraceNode.newBuilder()
                .setAccount(OrderWire.render(node.account()))
                .setLevel(node.level())
                .setNotFollowed(
                        node.notFollowed() == NotFollowed.NONE
                                ? ""
                                : node.notFollowed().name())
                .setSums(render(node.books()))
                .setConserved(node.books().isConserved());
        node.firstTracedAt().map(CommonWire::timestamp).ifPresent(rendered::setFirstTracedAt);
        node.order().ifPresent(order -> {
            rendered.setApplicationId(order.applicationId().toString())
                    .setState(OrderWire.state(order.phase()))
                    .setJoined(order.joined())
                    .setBalanceHeldFen(order.balanceHeld().fen())
                    .setPlacedAt(CommonWire.timestamp(order.placedAt()));
            order.sentAt().map(CommonWire::timestamp).ifPresent(rendered::setSentAt);
            order.settledAt().map(CommonWire::timestamp).ifPresent(rendered::setSettledAt);
            order.stoppedAt().map(CommonWire::timestamp).ifPresent(rendered::setStoppedAt);
        });
        return rendered.build();
    }

    private static TracedTransfer render(Traced traced) {
        Flow flow = traced.flow();
        TracedTransfer.Builder rendered = TracedTransfer.newBuilder()
                .setPayer(OrderWire.render(flow.payer()))
                .setKind(OutflowKind.valueOf("OUTFLOW_KIND_" + flow.kind().name()))
                .setSerial(flow.serial())
                .setOrdinal(flow.ordinal())
                .setAmountFen(flow.amount().fen())
                .setTaintedFen(traced.tainted().fen())
                .setBookedAt(CommonWire.timestamp(flow.bookedAt()))
                .setLevel(traced.level());
        flow.payee().map(OrderWire::render).ifPresent(rendered::setPayee);
        return rendered.build();
    }

    /** While a correction is being traced, more may be booked than came in: then nothing is unknown. */
    public static TraceSums render(ClaimBooks books) {
        return TraceSums.newBuilder()
                .setReportedFen(books.reported().fen())
                .setReceivedFen(books.received().fen())
                .setHeldFen(books.held().fen())
                .setFrozenFen(books.frozen().fen())
                .setReturnedFen(books.returned().fen())
                .setLapsedFen(books.lapsed().fen())
                .setLiftedFen(books.lifted().fen())
                .setOnwardFen(books.onward().fen())
                .setCashFen(books.cash().fen())
                .setMerchantFen(books.merchant().fen())
                .setRestoredFen(books.restored().fen())
                .setUnknownFen(books.isConserved() ? books.unknown().fen() : 0)
                .build();
    }
}
