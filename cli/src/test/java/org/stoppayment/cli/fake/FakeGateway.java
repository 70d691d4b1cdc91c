package org.stoppayment.cli.fake;

import static org.stoppayment.cli.fake.Answers.answer;
import static org.stoppayment.cli.fake.Answers.refuse;

import com.google.rpc.Code;
import io.grpc.BindableService;
import io.grpc.stub.StreamObserver;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.stoppayment.proto.gateway.v1.BankGatewayServiceGrpc;
import org.stoppayment.proto.gateway.v1.Institution;
import org.stoppayment.proto.gateway.v1.InstitutionRegistryServiceGrpc;
import org.stoppayment.proto.gateway.v1.InstitutionTrialServiceGrpc;
import org.stoppayment.proto.gateway.v1.ListInstitutionsRequest;
import org.stoppayment.proto.gateway.v1.ListInstitutionsResponse;
import org.stoppayment.proto.gateway.v1.ReloadInstitutionsRequest;
import org.stoppayment.proto.gateway.v1.ReloadInstitutionsResponse;
import org.stoppayment.proto.gateway.v1.TryInstitutionRequest;
import org.stoppayment.proto.gateway.v1.TryInstitutionResponse;

/** A gateway that knows one institution, counts reloads, and plays given trials. */
public final class FakeGateway {

    /** The institution that it knows. */
    public static final String CODE = "102100099996";

    private final AtomicInteger reloads = new AtomicInteger();
    private final List<TryInstitutionRequest> trials = new CopyOnWriteArrayList<>();
    private volatile boolean refusing;
    private volatile List<TryInstitutionResponse> steps = List.of();

    /** How often the registry was read again. */
    public int reloads() {
        return reloads.get();
    }

    /** The trials that were asked for. */
    public List<TryInstitutionRequest> trials() {
        return List.copyOf(trials);
    }

    /** Refuses to read the registry from now on. */
    public void refuseReloads() {
        refusing = true;
    }

    /** The steps of every trial from now on. */
    public void play(TryInstitutionResponse... played) {
        steps = List.of(played);
    }

    List<BindableService> services() {
        return List.of(new Institutions(), new Registry(), new Trials());
    }

    private static final class Institutions extends BankGatewayServiceGrpc.BankGatewayServiceImplBase {
        @Override
        public void listInstitutions(ListInstitutionsRequest request, StreamObserver<ListInstitutionsResponse> caller) {
            answer(
                    caller,
                    ListInstitutionsResponse.newBuilder()
                            .addInstitutions(
                                    Institution.newBuilder().setCode(CODE).setCircuit("OPEN"))
                            .build());
        }
    }

    private final class Registry extends InstitutionRegistryServiceGrpc.InstitutionRegistryServiceImplBase {
        @Override
        public void reloadInstitutions(
                ReloadInstitutionsRequest request, StreamObserver<ReloadInstitutionsResponse> caller) {
            if (refusing) {
                refuse(caller, Code.INVALID_ARGUMENT, "institutions[0].name: none");
                return;
            }
            reloads.incrementAndGet();
            answer(caller, ReloadInstitutionsResponse.getDefaultInstance());
        }
    }

    private final class Trials extends InstitutionTrialServiceGrpc.InstitutionTrialServiceImplBase {
        @Override
        public void tryInstitution(TryInstitutionRequest request, StreamObserver<TryInstitutionResponse> caller) {
            trials.add(request);
            steps.forEach(caller::onNext);
            caller.onCompleted();
        }
    }
}
