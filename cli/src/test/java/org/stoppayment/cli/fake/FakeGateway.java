package org.stoppayment.cli.fake;

import static org.stoppayment.cli.fake.Answers.answer;
import static org.stoppayment.cli.fake.Answers.refuse;

import com.google.rpc.Code;
import io.grpc.BindableService;
import io.grpc.Context;
import io.grpc.stub.StreamObserver;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
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

/** A gateway with some institutions of the public registry, the last of which does not answer. Counts reloads, and plays given trials. */
public final class FakeGateway {

    /** The code of the first institution. */
    public static final String CODE = "102100099996";

    /** The institutions. */
    public static final List<Institution> INSTITUTIONS = List.of(
            institution(CODE, "中国工商银行", "工行", "ICBC", "622202", "CLOSED"),
            institution("103100000026", "中国农业银行", "农行", "ABC", "622848", "CLOSED"),
            institution("104100000004", "中国银行", "中行", "BOC", "621661", "CLOSED"),
            institution("308584000013", "招商银行", "招行", "CMB", "621483", "HALF_OPEN"),
            institution("Z2007933000010", "支付宝", "", "ALIPAY", "", "OPEN"));

    private final AtomicInteger reloads = new AtomicInteger();
    private final List<TryInstitutionRequest> trials = new CopyOnWriteArrayList<>();
    private volatile boolean available = true;
    private volatile boolean hanging;
    private volatile Duration listDeadline = Duration.ZERO;
    private volatile boolean refusing;
    private volatile List<TryInstitutionResponse> steps = List.of();

    private static Institution institution(
            String code, String name, String shortName, String englishName, String bin, String circuit) {
        Institution.Builder institution = Institution.newBuilder()
                .setCode(code)
                .setName(name)
                .setShortName(shortName)
                .setEnglishName(englishName)
                .setCircuit(circuit);
        return bin.isEmpty() ? institution.build() : institution.addBins(bin).build();
    }

    /** How often the registry was read again. */
    public int reloads() {
        return reloads.get();
    }

    /** The trials that were asked for. */
    public List<TryInstitutionRequest> trials() {
        return List.copyOf(trials);
    }

    /** Does not list institutions any more. */
    public void unavailable() {
        available = false;
    }

    /** Takes calls for the institutions and does not answer them any more. */
    public void hang() {
        hanging = true;
    }

    /** The time that the last call for the institutions gave. */
    public Duration listDeadline() {
        return listDeadline;
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

    private final class Institutions extends BankGatewayServiceGrpc.BankGatewayServiceImplBase {
        @Override
        public void listInstitutions(ListInstitutionsRequest request, StreamObserver<ListInstitutionsResponse> caller) {
            listDeadline = Duration.ofMillis(Context.current().getDeadline().timeRemaining(TimeUnit.MILLISECONDS));
            if (hanging) {
                return;
            }
            if (!available) {
                refuse(caller, Code.UNAVAILABLE, "gateway");
                return;
            }
            answer(
                    caller,
                    ListInstitutionsResponse.newBuilder()
                            .addAllInstitutions(INSTITUTIONS)
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
