package org.stoppayment.freeze.attention.grpc;

import java.util.Optional;
import org.stoppayment.freeze.attention.application.AttentionItems.Closed;
import org.stoppayment.freeze.attention.application.AttentionWatcher;
import org.stoppayment.freeze.attention.application.ListingAttention.ItemPage;
import org.stoppayment.freeze.attention.application.SummarizingAttention;
import org.stoppayment.freeze.orders.domain.views.CaseAttention.Reason;
import org.stoppayment.freeze.orders.grpc.OrderWire;
import org.stoppayment.freeze.shared.grpc.OfficerWire;
import org.stoppayment.kernel.ServiceException;
import org.stoppayment.kit.grpc.CommonWire;
import org.stoppayment.proto.freeze.v1.AttentionChanges;
import org.stoppayment.proto.freeze.v1.AttentionClosure;
import org.stoppayment.proto.freeze.v1.AttentionItem;
import org.stoppayment.proto.freeze.v1.AttentionKey;
import org.stoppayment.proto.freeze.v1.AttentionReason;
import org.stoppayment.proto.freeze.v1.AttentionSnapshot;
import org.stoppayment.proto.freeze.v1.AttentionSummary;
import org.stoppayment.proto.freeze.v1.CaseFunds;
import org.stoppayment.proto.freeze.v1.CloseAttentionResponse;
import org.stoppayment.proto.freeze.v1.ListAttentionResponse;
import org.stoppayment.proto.freeze.v1.SummarizeAttentionResponse;

/** Parses and renders what needs attention. */
final class AttentionWire {

    private static final String REASON = "ATTENTION_REASON_";

    private AttentionWire() {}

    /** The requested reason; empty for any. */
    static Optional<Reason> reason(String field, int number) {
        AttentionReason reason = AttentionReason.forNumber(number);
        if (reason == null) {
            throw new ServiceException.InvalidInput(
                    field, "UNKNOWN_ENUM", "value: " + number + " (expected: a known one)");
        }
        return reason == AttentionReason.ATTENTION_REASON_UNSPECIFIED
                ? Optional.empty()
                : Optional.of(Reason.valueOf(reason.name().substring(REASON.length())));
    }

    static ListAttentionResponse render(ItemPage page) {
        ListAttentionResponse.Builder response =
                ListAttentionResponse.newBuilder().setAsOf(CommonWire.timestamp(page.asOf()));
        page.items().forEach(item -> response.addItems(render(item)));
        page.nextToken().ifPresent(response::setNextPageToken);
        return response.build();
    }

    static SummarizeAttentionResponse render(SummarizingAttention.Summary found) {
        SummarizeAttentionResponse.Builder response = SummarizeAttentionResponse.newBuilder();
        found.funds().forEach(funds -> response.addFunds(render(funds)));
        found.attention()
                .forEach((caseId, attention) -> response.addSummaries(AttentionSummary.newBuilder()
                        .setCaseId(caseId.toString())
                        .addAllReasons(OrderWire.render(attention))));
        return response.build();
    }

    private static CaseFunds render(org.stoppayment.freeze.attention.domain.CaseFunds funds) {
        return CaseFunds.newBuilder()
                .setCaseId(funds.caseId().toString())
                .setHeldFen(funds.held().fen())
                .setAtRiskFen(funds.atRisk().fen())
                .build();
    }

    static CloseAttentionResponse render(Closed closed) {
        return CloseAttentionResponse.newBuilder()
                .setItem(render(closed.item())
                        .setClosure(AttentionClosure.newBuilder()
                                .setClosedAt(
                                        CommonWire.timestamp(closed.closure().at()))
                                .setOfficer(OfficerWire.render(closed.closure().officer()))
                                .setNote(closed.closure().note())
                                .setAtRiskFen(closed.closure().atRisk().fen())))
                .build();
    }

    static AttentionSnapshot render(AttentionWatcher.Snapshot snapshot) {
        AttentionSnapshot.Builder rendered = AttentionSnapshot.newBuilder().setMore(snapshot.more());
        snapshot.items().forEach(item -> rendered.addItems(render(item)));
        return rendered.build();
    }

    static AttentionChanges render(AttentionWatcher.Changes changes) {
        AttentionChanges.Builder rendered = AttentionChanges.newBuilder().setMore(changes.more());
        changes.added().forEach(item -> rendered.addAdded(render(item)));
        changes.changed().forEach(item -> rendered.addChanged(render(item)));
        changes.closed().forEach(key -> rendered.addClosed(render(key)));
        return rendered.build();
    }

    private static AttentionItem.Builder render(org.stoppayment.freeze.attention.domain.AttentionItem item) {
        AttentionItem.Builder rendered = AttentionItem.newBuilder()
                .setKey(render(item.key()))
                .setAccount(OrderWire.render(item.account()))
                .setLevel(item.level())
                .setAtRiskFen(item.atRisk().fen())
                .setSince(CommonWire.timestamp(item.since()));
        item.order().ifPresent(order -> rendered.setApplicationId(
                        order.applicationId().toString())
                .setState(OrderWire.state(order.phase()))
                .setResultCode(order.resultCode()));
        return rendered;
    }

    private static AttentionKey render(org.stoppayment.freeze.attention.domain.AttentionKey key) {
        return AttentionKey.newBuilder()
                .setCaseId(key.caseId().toString())
                .setInstitutionCode(key.account().institutionCode())
                .setAccountNumber(key.account().number())
                .setReason(OrderWire.reason(key.reason()))
                .build();
    }
}
