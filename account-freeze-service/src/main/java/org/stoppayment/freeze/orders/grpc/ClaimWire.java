package org.stoppayment.freeze.orders.grpc;

import org.stoppayment.freeze.shared.grpc.OfficerWire;
import org.stoppayment.kit.grpc.CommonWire;
import org.stoppayment.proto.freeze.v1.ClaimEnd;
import org.stoppayment.proto.freeze.v1.ClaimEndCause;
import org.stoppayment.proto.freeze.v1.StopClaim;

/** Renders claims on stopped accounts. */
public final class ClaimWire {

    private ClaimWire() {}

    public static StopClaim render(org.stoppayment.freeze.books.domain.StopClaim claim) {
        StopClaim.Builder rendered = StopClaim.newBuilder()
                .setCaseId(claim.caseId().toString())
                .setLevel(claim.level())
                .setTaintedFen(claim.tainted().fen())
                .setHeldFen(claim.held().fen())
                .setFrozenFen(claim.frozen().fen())
                .setReturnedFen(claim.returned().fen())
                .setClaimedAt(CommonWire.timestamp(claim.claimedAt()))
                .setActive(claim.active());
        claim.end().ifPresent(end -> rendered.setEnd(render(end)));
        return rendered.build();
    }

    static ClaimEnd render(org.stoppayment.freeze.books.domain.ClaimEnd end) {
        ClaimEnd.Builder rendered = ClaimEnd.newBuilder()
                .setEndedAt(CommonWire.timestamp(end.at()))
                .setCause(ClaimEndCause.valueOf("CLAIM_END_CAUSE_" + end.cause().name()))
                .setReason(end.reason())
                .setReference(end.reference());
        if (!end.officer().organisation().isEmpty()
                || !end.officer().badgeNumber().isEmpty()) {
            rendered.setOperator(OfficerWire.render(end.officer()));
        }
        return rendered.build();
    }
}
