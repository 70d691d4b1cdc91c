package org.stoppayment.freeze.testkit;

import io.grpc.stub.StreamObserver;
import java.util.concurrent.CompletionStage;
import org.stoppayment.proto.gateway.v1.BankGatewayServiceGrpc;
import org.stoppayment.proto.gateway.v1.InquireQueryRequest;
import org.stoppayment.proto.gateway.v1.InquireQueryResponse;
import org.stoppayment.proto.gateway.v1.InquireRequest;
import org.stoppayment.proto.gateway.v1.InquireResponse;
import org.stoppayment.proto.gateway.v1.Institution;
import org.stoppayment.proto.gateway.v1.ListInstitutionsRequest;
import org.stoppayment.proto.gateway.v1.ListInstitutionsResponse;
import org.stoppayment.proto.gateway.v1.Outcome;
import org.stoppayment.proto.gateway.v1.SendExtensionRequest;
import org.stoppayment.proto.gateway.v1.SendExtensionResponse;
import org.stoppayment.proto.gateway.v1.SendFreezeChangeRequest;
import org.stoppayment.proto.gateway.v1.SendFreezeChangeResponse;
import org.stoppayment.proto.gateway.v1.SendFreezeLiftRequest;
import org.stoppayment.proto.gateway.v1.SendFreezeLiftResponse;
import org.stoppayment.proto.gateway.v1.SendFreezeRenewalRequest;
import org.stoppayment.proto.gateway.v1.SendFreezeRenewalResponse;
import org.stoppayment.proto.gateway.v1.SendFreezeRequest;
import org.stoppayment.proto.gateway.v1.SendFreezeResponse;
import org.stoppayment.proto.gateway.v1.SendLiftRequest;
import org.stoppayment.proto.gateway.v1.SendLiftResponse;
import org.stoppayment.proto.gateway.v1.SendQueryRequest;
import org.stoppayment.proto.gateway.v1.SendQueryResponse;
import org.stoppayment.proto.gateway.v1.SendStopRequest;
import org.stoppayment.proto.gateway.v1.SendStopResponse;

/** The gRPC side of the fake gateway: hands each message to its bank, and answers when the bank does. */
final class FakeGatewayService extends BankGatewayServiceGrpc.BankGatewayServiceImplBase {

    private final FakeGateway bank;
    private final BankCalls calls;

    FakeGatewayService(FakeGateway bank, BankCalls calls) {
        this.bank = bank;
        this.calls = calls;
    }

    @Override
    public void sendLift(SendLiftRequest request, StreamObserver<SendLiftResponse> caller) {
        calls.answer(bank.take(request), caller, outcome -> SendLiftResponse.newBuilder()
                .setOutcome(outcome)
                .build());
    }

    @Override
    public void sendExtension(SendExtensionRequest request, StreamObserver<SendExtensionResponse> caller) {
        calls.answer(bank.take(request), caller, outcome -> SendExtensionResponse.newBuilder()
                .setOutcome(outcome)
                .build());
    }

    @Override
    public void sendStop(SendStopRequest request, StreamObserver<SendStopResponse> caller) {
        CompletionStage<Outcome> outcome = bank.take(request);
        if (request.getResend() || !request.getApplicationType().isEmpty()) {
            calls.answer(outcome, caller, FakeGatewayService::stopped);
        } else {
            calls.answerFirstAttempt(outcome, caller, FakeGatewayService::stopped);
        }
    }

    private static SendStopResponse stopped(Outcome outcome) {
        return SendStopResponse.newBuilder().setOutcome(outcome).build();
    }

    @Override
    public void sendFreeze(SendFreezeRequest request, StreamObserver<SendFreezeResponse> caller) {
        calls.answer(bank.freezes().take(request), caller, outcome -> SendFreezeResponse.newBuilder()
                .setOutcome(outcome)
                .build());
    }

    @Override
    public void sendFreezeRenewal(SendFreezeRenewalRequest request, StreamObserver<SendFreezeRenewalResponse> caller) {
        calls.answer(bank.freezes().take(request), caller, outcome -> SendFreezeRenewalResponse.newBuilder()
                .setOutcome(outcome)
                .build());
    }

    @Override
    public void sendFreezeLift(SendFreezeLiftRequest request, StreamObserver<SendFreezeLiftResponse> caller) {
        calls.answer(bank.freezes().take(request), caller, outcome -> SendFreezeLiftResponse.newBuilder()
                .setOutcome(outcome)
                .build());
    }

    @Override
    public void sendFreezeChange(SendFreezeChangeRequest request, StreamObserver<SendFreezeChangeResponse> caller) {
        calls.answer(bank.freezes().take(request), caller, outcome -> SendFreezeChangeResponse.newBuilder()
                .setOutcome(outcome)
                .build());
    }

    @Override
    public void sendQuery(SendQueryRequest request, StreamObserver<SendQueryResponse> caller) {
        calls.answer(bank.queries().take(request), caller, outcome -> SendQueryResponse.newBuilder()
                .setOutcome(outcome)
                .build());
    }

    @Override
    public void inquireQuery(InquireQueryRequest request, StreamObserver<InquireQueryResponse> caller) {
        calls.answer(bank.queries().take(request), caller, outcome -> InquireQueryResponse.newBuilder()
                .setOutcome(outcome)
                .build());
    }

    @Override
    public void inquire(InquireRequest request, StreamObserver<InquireResponse> caller) {
        calls.answer(bank.take(request), caller, outcome -> InquireResponse.newBuilder()
                .setOutcome(outcome)
                .build());
    }

    @Override
    public void listInstitutions(ListInstitutionsRequest request, StreamObserver<ListInstitutionsResponse> answer) {
        answer.onNext(ListInstitutionsResponse.newBuilder()
                .addInstitutions(Institution.newBuilder()
                        .setCode(FakeGateway.ICBC)
                        .setName("中国工商银行")
                        .setEnglishName("ICBC")
                        .addBins("622202"))
                .addInstitutions(
                        Institution.newBuilder().setCode(FakeGateway.ABC).addBins("622848"))
                .build());
        answer.onCompleted();
    }
}
