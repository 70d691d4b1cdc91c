package org.stoppayment.gateway.trial.grpc;

import io.quarkus.grpc.GrpcService;
import io.smallrye.mutiny.Multi;
import jakarta.annotation.security.RolesAllowed;
import java.util.Optional;
import org.stoppayment.gateway.feedback.domain.Account;
import org.stoppayment.gateway.trial.application.TryingInstitution;
import org.stoppayment.kernel.AccountKind;
import org.stoppayment.kernel.AccountNumber;
import org.stoppayment.kernel.ServiceException.InvalidInput;
import org.stoppayment.kit.grpc.CommonWire;
import org.stoppayment.kit.security.Roles;
import org.stoppayment.proto.gateway.v1.InstitutionTrialService;
import org.stoppayment.proto.gateway.v1.TryInstitutionRequest;
import org.stoppayment.proto.gateway.v1.TryInstitutionResponse;

/** The gRPC service of trials. */
@GrpcService
@RolesAllowed(Roles.COMMAND)
class InstitutionTrialEndpoint implements InstitutionTrialService {

    private final TryingInstitution trying;

    InstitutionTrialEndpoint(TryingInstitution trying) {
        this.trying = trying;
    }

    @Override
    public Multi<TryInstitutionResponse> tryInstitution(TryInstitutionRequest request) {
        return Multi.createFrom()
                .deferred(() -> trying.run(request.getInstitutionCode(), account(request), payee(request)))
                .map(TrialWire::render);
    }

    private static Optional<Account> account(TryInstitutionRequest request) {
        return account("account", request.getInstitutionCode(), request.getAccount());
    }

    private static Optional<Account> payee(TryInstitutionRequest request) {
        Optional<Account> payee = account("payee", request.getPayee().getInstitutionCode(), request.getPayee());
        payee.ifPresent(account -> {
            if (account.institutionCode().isEmpty()) {
                throw new InvalidInput(
                        "payee.institution_code",
                        "REQUIRED",
                        "payee.institution_code: none (expected: the code of the payee's institution)");
            }
        });
        return payee;
    }

    private static Optional<Account> account(
            String field, String institutionCode, org.stoppayment.proto.common.v1.Account wire) {
        if (wire.getNumber().isEmpty()) {
            return Optional.empty();
        }
        if (!AccountNumber.hasForm(wire.getNumber())) {
            throw new InvalidInput(
                    field + ".number", "INVALID", field + ".number: *** (expected: 1..64 letters, digits or @._+)");
        }
        AccountKind kind = CommonWire.kind(wire.getKind());
        return Optional.of(new Account(institutionCode, wire.getNumber(), wire.getName(), kind));
    }
}
