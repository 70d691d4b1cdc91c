package org.stoppayment.cli.fake;

import com.google.rpc.Code;
import com.google.rpc.Status;
import io.grpc.protobuf.StatusProto;
import io.grpc.stub.StreamObserver;
import org.stoppayment.proto.common.v1.Account;
import org.stoppayment.proto.freeze.v1.GetMuleRequest;
import org.stoppayment.proto.freeze.v1.GetMuleResponse;
import org.stoppayment.proto.freeze.v1.ListMulesRequest;
import org.stoppayment.proto.freeze.v1.ListMulesResponse;
import org.stoppayment.proto.freeze.v1.Mule;
import org.stoppayment.proto.freeze.v1.MuleCase;
import org.stoppayment.proto.freeze.v1.MuleHistory;
import org.stoppayment.proto.freeze.v1.MuleServiceGrpc;
import org.stoppayment.proto.freeze.v1.MuleStop;
import org.stoppayment.proto.freeze.v1.StopOrderState;

/** A registry with one mule. */
final class FakeMules extends MuleServiceGrpc.MuleServiceImplBase {

    private static final Mule MULE = Mule.newBuilder()
            .setAccount(Account.newBuilder().setNumber("6228480000000001016").setInstitutionCode("103100000026"))
            .setStopCount(1)
            .setCaseCount(2)
            .setTaintedFen(1_300_000)
            .setHeld(true)
            .build();

    @Override
    public void listMules(ListMulesRequest request, StreamObserver<ListMulesResponse> caller) {
        caller.onNext(ListMulesResponse.newBuilder().addMules(MULE).build());
        caller.onCompleted();
    }

    @Override
    public void getMule(GetMuleRequest request, StreamObserver<GetMuleResponse> caller) {
        if (!request.getAccountNumber().equals(MULE.getAccount().getNumber())) {
            caller.onError(StatusProto.toStatusRuntimeException(Status.newBuilder()
                    .setCode(Code.NOT_FOUND.getNumber())
                    .setMessage("accountNumber: ***")
                    .build()));
            return;
        }
        caller.onNext(GetMuleResponse.newBuilder()
                .addHistories(MuleHistory.newBuilder()
                        .setMule(MULE)
                        .addCases(MuleCase.newBuilder().setCaseId("case one").setTaintedFen(1_000_000))
                        .addStops(MuleStop.newBuilder()
                                .setApplicationId("order one")
                                .setState(StopOrderState.STOP_ORDER_STATE_IN_EFFECT)
                                .setUrgent(true)))
                .build());
        caller.onCompleted();
    }
}
