package org.stoppayment.freeze.watch.grpc;

import org.stoppayment.freeze.orders.grpc.OrderWire;
import org.stoppayment.freeze.tracing.grpc.TraceWire;
import org.stoppayment.freeze.watch.domain.CaseOverview;
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
        snapshot.detail().ifPresent(detail -> rendered.setProgress(OrderWire.render(caseId, detail.progress()))
                .setTrace(TraceWire.render(detail.trace())));
        return rendered.build();
    }
}
