package org.stoppayment.gateway.orders.grpc;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.stoppayment.gateway.feedback.domain.Account;
import org.stoppayment.gateway.feedback.domain.ApplicationId;
import org.stoppayment.gateway.orders.domain.ApplicationType;
import org.stoppayment.gateway.orders.domain.ExtensionOrder;
import org.stoppayment.gateway.orders.domain.LiftOrder;
import org.stoppayment.gateway.orders.domain.Operator;
import org.stoppayment.gateway.orders.domain.StopOrder;
import org.stoppayment.gateway.orders.domain.Transfer;
import org.stoppayment.kernel.AccountNumber;
import org.stoppayment.kernel.Money;
import org.stoppayment.kit.grpc.CommonWire;
import org.stoppayment.proto.gateway.v1.InquireRequest;
import org.stoppayment.proto.gateway.v1.SendExtensionRequest;
import org.stoppayment.proto.gateway.v1.SendLiftRequest;
import org.stoppayment.proto.gateway.v1.SendStopRequest;

/** Parses orders; what is wrong with one is named all at once. */
final class OrderWire {

    private static final String CNY = "CNY";

    private OrderWire() {}

    static StopOrder stop(SendStopRequest request) {
        Parsing parsing = new Parsing();
        parsing.institution(request.getInstitutionCode());
        var id = parsing.id("application_id", request.getApplicationId());
        var original = request.getOriginalApplicationId().isEmpty()
                ? Optional.<ApplicationId>empty()
                : parsing.id("original_application_id", request.getOriginalApplicationId());
        var caseId = parsing.caseId(request.getCaseId());
        Account account = target(request.getAccount(), request.getInstitutionCode(), parsing);
        var at = parsing.moment("applied_at", request.hasAppliedAt(), request.getAppliedAt());
        List<Transfer> transfers = transfers(request.getTransfersList(), parsing);
        var type = type(request.getApplicationType(), parsing);
        return parsing.finish(id.map(order -> new StopOrder(
                order,
                caseId,
                account,
                transfers,
                request.getProtective(),
                original,
                request.getReason(),
                at,
                operator(request.getOperator()),
                request.getUrgent(),
                type)));
    }

    private static Optional<ApplicationType> type(String code, Parsing parsing) {
        Optional<ApplicationType> type = ApplicationType.of(code);
        if (type.isEmpty() && !code.isEmpty()) {
            parsing.violation("application_type", "INVALID", "empty, 04 or 05");
        }
        return type;
    }

    static LiftOrder lift(SendLiftRequest request) {
        Parsing parsing = new Parsing();
        parsing.institution(request.getInstitutionCode());
        var id = parsing.id("application_id", request.getApplicationId());
        var original = parsing.id("original_application_id", request.getOriginalApplicationId());
        var caseId = parsing.caseId(request.getCaseId());
        Account account = target(request.getAccount(), request.getInstitutionCode(), parsing);
        var at = parsing.moment("applied_at", request.hasAppliedAt(), request.getAppliedAt());
        return parsing.finish(id.flatMap(order -> original.map(stop -> new LiftOrder(
                order, stop, caseId, account, request.getReason(), at, operator(request.getOperator())))));
    }

    static ExtensionOrder extension(SendExtensionRequest request) {
        Parsing parsing = new Parsing();
        parsing.institution(request.getInstitutionCode());
        var id = parsing.id("application_id", request.getApplicationId());
        var original = parsing.id("original_application_id", request.getOriginalApplicationId());
        var caseId = parsing.caseId(request.getCaseId());
        Account account = target(request.getAccount(), request.getInstitutionCode(), parsing);
        var at = parsing.moment("applied_at", request.hasAppliedAt(), request.getAppliedAt());
        var expires = parsing.moment("expires_at", request.hasExpiresAt(), request.getExpiresAt());
        return parsing.finish(id.flatMap(order -> original.map(stop -> new ExtensionOrder(
                order, stop, caseId, account, request.getReason(), at, expires, operator(request.getOperator())))));
    }

    static ApplicationId inquiry(InquireRequest request) {
        Parsing parsing = new Parsing();
        parsing.institution(request.getInstitutionCode());
        return parsing.finish(parsing.id("application_id", request.getApplicationId()));
    }

    /** The account to act on is the one at the institution that the order goes to. */
    private static Account target(
            org.stoppayment.proto.common.v1.Account wire, String institutionCode, Parsing parsing) {
        if (!AccountNumber.hasForm(wire.getNumber())) {
            parsing.violation("account.number", "INVALID", "1..64 letters, digits or @._+");
        }
        Account account = account(wire);
        return account.institutionCode().isEmpty()
                ? new Account(institutionCode, account.number(), account.name(), account.kind())
                : account;
    }

    private static List<Transfer> transfers(List<org.stoppayment.proto.common.v1.Transfer> wires, Parsing parsing) {
        List<Transfer> transfers = new ArrayList<>(wires.size());
        for (var wire : wires) {
            String path = "transfers[" + transfers.size() + "].";
            transfers.add(new Transfer(
                    amount(path, wire, parsing),
                    wire.getCurrency().isEmpty() ? CNY : wire.getCurrency(),
                    wire.hasTransferredAt()
                            ? Optional.of(parsing.moment(path + "transferred_at", true, wire.getTransferredAt()))
                            : Optional.empty(),
                    wire.getSerial(),
                    wire.hasPayer() ? Optional.of(account(wire.getPayer())) : Optional.empty()));
        }
        return transfers;
    }

    private static Optional<Money> amount(String path, org.stoppayment.proto.common.v1.Transfer wire, Parsing parsing) {
        if (!wire.hasAmountFen()) {
            return Optional.empty();
        }
        if (wire.getAmountFen() < 1 || wire.getAmountFen() > Money.MAX_FEN) {
            parsing.violation(path + "amount_fen", "OUT_OF_RANGE", "1..10^13");
            return Optional.empty();
        }
        return Optional.of(Money.ofFen(wire.getAmountFen()));
    }

    private static Account account(org.stoppayment.proto.common.v1.Account wire) {
        return new Account(
                wire.getInstitutionCode(), wire.getNumber(), wire.getName(), CommonWire.kind(wire.getKind()));
    }

    private static Operator operator(org.stoppayment.proto.common.v1.Operator wire) {
        return new Operator(wire.getOrganisation(), wire.getBadgeNumber());
    }
}
