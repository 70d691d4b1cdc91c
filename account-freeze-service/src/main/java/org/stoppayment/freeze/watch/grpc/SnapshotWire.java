package org.stoppayment.freeze.watch.grpc;

import org.stoppayment.freeze.orders.domain.views.CaseAttention;
import org.stoppayment.freeze.orders.grpc.OrderWire;
import org.stoppayment.freeze.tracing.grpc.TraceWire;
import org.stoppayment.freeze.watch.application.CaseOverview;
import org.stoppayment.proto.freeze.v1.CaseSnapshot;

/** Renders snapshots of cases. */
final class SnapshotWire {

    private SnapshotWire() {}

    static CaseSnapshot render(String caseId, org.stoppayment.freeze.watch.application.CaseSnapshot snapshot) {
        CaseOverview overview = snapshot.overview();
        CaseSnapshot.Builder rendered = CaseSnapshot.newBuilder()
                .setAccounts(overview.accounts())
                .setSettled(overview.settled())
                .setTotal(TraceWire.render(overview.total()));
        CaseAttention attention = snapshot.attention().orElse(CaseAttention.NONE);
        rendered.setNeedsAttention(attention.isNeeded()).addAllAttentionReasons(OrderWire.render(attention));
        snapshot.detail()
                .ifPresent(detail -> rendered.setProgress(OrderWire.render(caseId, detail.progress(), attention))
                        .setTrace(TraceWire.render(detail.trace(), attention)));
        return rendered.build();
    }
}
