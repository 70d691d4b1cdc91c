package org.stoppayment.freeze.amendments.grpc;

import org.stoppayment.freeze.amendments.domain.StopAmendment;
import org.stoppayment.freeze.orders.domain.Stop;
import org.stoppayment.freeze.orders.domain.StopOrder;
import org.stoppayment.freeze.orders.grpc.InstructionWire;
import org.stoppayment.freeze.shared.grpc.OfficerWire;
import org.stoppayment.kit.grpc.CommonWire;
import org.stoppayment.proto.common.v1.Transfer;
import org.stoppayment.proto.gateway.v1.SendExtensionRequest;
import org.stoppayment.proto.gateway.v1.SendLiftRequest;
import org.stoppayment.proto.gateway.v1.SendStopRequest;

/** Renders amendments for the gateway; every attempt sends the same. */
public final class AmendmentWire {

    /** The platform's type of a written order in yuan (后补人民币活期止付流程). */
    private static final String WRITTEN_ORDER = "04";

    /** The same, in another currency (后补外币止付流程). */
    private static final String WRITTEN_ORDER_FOREIGN = "05";

    private static final String YUAN = "CNY";

    private AmendmentWire() {}

    public static SendLiftRequest lift(StopAmendment lift, StopOrder stop) {
        return SendLiftRequest.newBuilder()
                .setApplicationId(lift.id().toString())
                .setOriginalApplicationId(stop.applicationId().toString())
                .setCaseId(stop.caseId().toString())
                .setInstitutionCode(stop.account().institutionCode())
                .setAccount(InstructionWire.account(stop.account()))
                .setReason(lift.decision().reason())
                .setAppliedAt(CommonWire.timestamp(lift.requestedAt()))
                .setOperator(OfficerWire.render(lift.decision().officer()))
                .build();
    }

    /**
     * The second term begins where the first ends in the institution's own books, also in a message that is sent again after that
     * moment.
     */
    public static SendExtensionRequest extension(StopAmendment extension, StopOrder stop) {
        return SendExtensionRequest.newBuilder()
                .setApplicationId(extension.id().toString())
                .setOriginalApplicationId(stop.applicationId().toString())
                .setCaseId(stop.caseId().toString())
                .setInstitutionCode(stop.account().institutionCode())
                .setAccount(InstructionWire.account(stop.account()))
                .setReason(extension.decision().reason())
                .setAppliedAt(CommonWire.timestamp(extension.requestedAt()))
                .setOperator(OfficerWire.render(extension.decision().officer()))
                .setExpiresAt(CommonWire.timestamp(
                        stop.state().stop().map(Stop::endByInstitution).orElseThrow()))
                .build();
    }

    public static SendStopRequest writtenOrder(StopAmendment written, StopOrder stop) {
        SendStopRequest order = InstructionWire.again(
                stop,
                stop.applicationId(),
                stop.caseId(),
                written.id(),
                written.decision().officer(),
                written.requestedAt());
        boolean foreign = order.getTransfersList().stream()
                .map(Transfer::getCurrency)
                .anyMatch(currency -> !currency.isEmpty() && !currency.equals(YUAN));
        return order.toBuilder()
                .setApplicationType(foreign ? WRITTEN_ORDER_FOREIGN : WRITTEN_ORDER)
                .build();
    }
}
