package org.stoppayment.recovery.payments.grpc;

import io.quarkus.grpc.GrpcService;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import org.stoppayment.kernel.ResultCode;
import org.stoppayment.kernel.ServiceException;
import org.stoppayment.kernel.ServiceNames;
import org.stoppayment.kernel.ids.PaymentId;
import org.stoppayment.proto.gateway.v1.Feedback;
import org.stoppayment.proto.recovery.v1.RecordRefundFeedbackRequest;
import org.stoppayment.proto.recovery.v1.RecordRefundFeedbackResponse;
import org.stoppayment.proto.recovery.v1.RefundFeedbackService;
import org.stoppayment.recovery.payments.application.ReceivingRefundFeedback;
import org.stoppayment.recovery.payments.application.RecordingPayments.Recorded;

/** Takes what institutions call back with about payments; answers once it is durable. */
@GrpcService
@RolesAllowed(ServiceNames.BANK_GATEWAY)
class RefundFeedbackEndpoint implements RefundFeedbackService {

    private final ReceivingRefundFeedback receiving;

    RefundFeedbackEndpoint(ReceivingRefundFeedback receiving) {
        this.receiving = receiving;
    }

    @Override
    public Uni<RecordRefundFeedbackResponse> recordRefundFeedback(RecordRefundFeedbackRequest request) {
        Feedback feedback = request.getFeedback();
        if (!ResultCode.hasForm(feedback.getResultCode())) {
            throw new ServiceException.InvalidInput(
                    "feedback.resultCode", "FORM", "value: *** (expected: 4 or 6 digits)");
        }
        PaymentId id = PaymentId.parse(feedback.getApplicationId())
                .orElseThrow(
                        () -> new ServiceException.NotFound("feedback.applicationId", feedback.getApplicationId()));
        return receiving
                .receive(request.getInstitutionCode(), id, RefundFeedbackWire.parse(feedback))
                .map(recorded -> response(
                        feedback,
                        recorded.orElseThrow(
                                () -> new ServiceException.NotFound("feedback.applicationId", id.toString()))));
    }

    private static RecordRefundFeedbackResponse response(Feedback feedback, Recorded recorded) {
        RecordRefundFeedbackResponse.Builder response = RecordRefundFeedbackResponse.newBuilder()
                .setReplayed(!recorded.isNew())
                .addAllMissing(RefundFeedbackWire.missing(feedback));
        if (recorded.isReceiptRefused()) {
            response.addMissing(RefundFeedbackWire.RECEIPT_ID);
        }
        return response.build();
    }
}
