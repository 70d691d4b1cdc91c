package org.stoppayment.gateway.trial.grpc;

import io.quarkus.grpc.GrpcService;
import io.smallrye.mutiny.Multi;
import java.util.Optional;
import org.stoppayment.gateway.feedback.domain.Account;
import org.stoppayment.gateway.trial.application.TryingInstitution;
import org.stoppayment.kernel.AccountKind;
import org.stoppayment.kernel.AccountNumber;
import org.stoppayment.kernel.ServiceException.InvalidInput;
import org.stoppayment.kit.grpc.CommonWire;
import org.stoppayment.proto.gateway.v1.InstitutionTrialService;
import org.stoppayment.proto.gateway.v1.TryInstitutionRequest;
import org.stoppayment.proto.gateway.v1.TryInstitutionResponse;

/** The gRPC service of trials. */
@GrpcService
class InstitutionTrialEndpoint implements InstitutionTrialService {

    private final TryingInstitution trying;

    InstitutionTrialEndpoint(TryingInstitution trying) {
        this.trying = trying;
    }

    @Override
    public Multi<TryInstitutionResponse> tryInstitution(TryInstitutionRequest request) {
        return Multi.createFrom()
                .deferred(() -> trying.run(request.getInstitutionCode(), account(request)))
                .map(TrialWire::render);
    }

    private static Optional<Account> account(TryInstitutionRequest request) {
        org.stoppayment.proto.common.v1.Account wire = request.getAccount();
        if (wire.getNumber().isEmpty()) {
            return Optional.empty();
        }
        if (!AccountNumber.hasForm(wire.getNumber())) {
            throw new InvalidInput(
                    "account.number", "INVALID", "account.number: *** (expected: 1..64 letters, digits or @._+)");
        }
        AccountKind kind = CommonWire.kind(wire.getKind());
        return Optional.of(new Account(request.getInstitutionCode(), wire.getNumber(), wire.getName(), kind));
    }
}
