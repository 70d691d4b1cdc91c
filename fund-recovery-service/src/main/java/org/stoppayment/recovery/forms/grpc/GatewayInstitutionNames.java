package org.stoppayment.recovery.forms.grpc;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.stream.Collectors;
import org.stoppayment.kernel.ServiceException;
import org.stoppayment.kernel.ServiceNames;
import org.stoppayment.kit.grpc.Peer;
import org.stoppayment.kit.grpc.Peers;
import org.stoppayment.kit.postgres.Contexts;
import org.stoppayment.proto.gateway.v1.Institution;
import org.stoppayment.proto.gateway.v1.ListInstitutionsRequest;
import org.stoppayment.proto.gateway.v1.MutinyBankGatewayServiceGrpc;
import org.stoppayment.proto.gateway.v1.MutinyBankGatewayServiceGrpc.MutinyBankGatewayServiceStub;
import org.stoppayment.recovery.forms.application.InstitutionNames;
import org.stoppayment.recovery.payments.grpc.GatewayConfig;

/** Asks bank-gateway, which has the registry, for names of institutions. */
@Singleton
class GatewayInstitutionNames implements InstitutionNames {

    private final Peer peer;
    private final MutinyBankGatewayServiceStub gateway;

    GatewayInstitutionNames(Peers peers, GatewayConfig config) {
        peer = peers.to(ServiceNames.BANK_GATEWAY, config.address(), config.deadline());
        gateway = MutinyBankGatewayServiceGrpc.newMutinyStub(peer);
    }

    @PreDestroy
    void close() {
        peer.close();
    }

    /** A form with codes only would say something else as soon as the gateway is back. */
    @Override
    public Uni<Map<String, String>> all() {
        return Uni.createFrom().deferred(() -> ask().emitOn(Contexts.current()));
    }

    private Uni<Map<String, String>> ask() {
        return gateway.listInstitutions(ListInstitutionsRequest.getDefaultInstance())
                .map(answer -> answer.getInstitutionsList().stream()
                        .collect(Collectors.toUnmodifiableMap(Institution::getCode, Institution::getName)))
                .onFailure()
                .transform(failure -> new ServiceException.Unavailable(
                        "bank-gateway does not tell the names of institutions (expected: send the request again)",
                        failure));
    }
}
