package org.stoppayment.gateway.orders.grpc;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.stoppayment.gateway.feedback.domain.Account;
import org.stoppayment.gateway.feedback.domain.ApplicationId;
import org.stoppayment.gateway.orders.domain.ApplicationType;
import org.stoppayment.gateway.orders.domain.ExtensionOrder;
import org.stoppayment.gateway.orders.domain.LiftOrder;
import org.stoppayment.gateway.orders.domain.StopOrder;
import org.stoppayment.gateway.orders.domain.Transfer;
import org.stoppayment.kernel.Money;
import org.stoppayment.proto.gateway.v1.InquireRequest;
import org.stoppayment.proto.gateway.v1.SendExtensionRequest;
import org.stoppayment.proto.gateway.v1.SendLiftRequest;
import org.stoppayment.proto.gateway.v1.SendStopRequest;

/** Parses orders; fails with all violations of an order at once. */
final class OrderWire {

    private static final String CNY = "CNY";

    private OrderWire() {}

    static StopOrder stop(SendStopRequest request) {
        FieldParser parser = new FieldParser();
        parser.institution(request.getInstitutionCode());
        var id = parser.id("application_id", request.getApplicationId());
        var original = request.getOriginalApplicationId().isEmpty()
                ? Optional.<ApplicationId>empty()
                : parser.id("original_application_id", request.getOriginalApplicationId());
        var caseId = parser.caseId(request.getCaseId());
        Account account = PartyWire.target(request.getAccount(), request.getInstitutionCode(), parser);
        var at = parser.moment("applied_at", request.hasAppliedAt(), request.getAppliedAt());
        List<Transfer> transfers = transfers(request.getTransfersList(), parser);
        var type = type(request.getApplicationType(), parser);
        return parser.orThrow(id.map(order -> new StopOrder(
                order,
                caseId,
                account,
                transfers,
                request.getProtective(),
                original,
                request.getReason(),
                at,
                PartyWire.operator(request.getOperator()),
                request.getUrgent(),
                request.getResend(),
                type)));
    }

    private static Optional<ApplicationType> type(String code, FieldParser parser) {
        Optional<ApplicationType> type = ApplicationType.of(code);
        if (type.isEmpty() && !code.isEmpty()) {
            parser.violation("application_type", "INVALID", "empty, 04 or 05");
        }
        return type;
    }

    static LiftOrder lift(SendLiftRequest request) {
        FieldParser parser = new FieldParser();
        parser.institution(request.getInstitutionCode());
        var id = parser.id("application_id", request.getApplicationId());
        var original = parser.id("original_application_id", request.getOriginalApplicationId());
        var caseId = parser.caseId(request.getCaseId());
        Account account = PartyWire.target(request.getAccount(), request.getInstitutionCode(), parser);
        var at = parser.moment("applied_at", request.hasAppliedAt(), request.getAppliedAt());
        return parser.orThrow(id.flatMap(order -> original.map(stop -> new LiftOrder(
                order, stop, caseId, account, request.getReason(), at, PartyWire.operator(request.getOperator())))));
    }

    static ExtensionOrder extension(SendExtensionRequest request) {
        FieldParser parser = new FieldParser();
        parser.institution(request.getInstitutionCode());
        var id = parser.id("application_id", request.getApplicationId());
        var original = parser.id("original_application_id", request.getOriginalApplicationId());
        var caseId = parser.caseId(request.getCaseId());
        Account account = PartyWire.target(request.getAccount(), request.getInstitutionCode(), parser);
        var at = parser.moment("applied_at", request.hasAppliedAt(), request.getAppliedAt());
        var expires = parser.moment("expires_at", request.hasExpiresAt(), request.getExpiresAt());
        return parser.orThrow(id.flatMap(order -> original.map(stop -> new ExtensionOrder(
                order,
                stop,
                caseId,
                account,
                request.getReason(),
                at,
                expires,
                PartyWire.operator(request.getOperator())))));
    }

    static ApplicationId inquiry(InquireRequest request) {
        FieldParser parser = new FieldParser();
        parser.institution(request.getInstitutionCode());
        return parser.orThrow(parser.id("application_id", request.getApplicationId()));
    }

    private static List<Transfer> transfers(List<org.stoppayment.proto.common.v1.Transfer> wires, FieldParser parser) {
        List<Transfer> transfers = new ArrayList<>(wires.size());
        for (var wire : wires) {
            String path = "transfers[" + transfers.size() + "].";
            transfers.add(new Transfer(
                    amount(path, wire, parser),
                    wire.getCurrency().isEmpty() ? CNY : wire.getCurrency(),
                    wire.hasTransferredAt()
                            ? Optional.of(parser.moment(path + "transferred_at", true, wire.getTransferredAt()))
                            : Optional.empty(),
                    wire.getSerial(),
                    wire.hasPayer() ? Optional.of(PartyWire.account(wire.getPayer())) : Optional.empty()));
        }
        return transfers;
    }

    private static Optional<Money> amount(
            String path, org.stoppayment.proto.common.v1.Transfer wire, FieldParser parser) {
        return wire.hasAmountFen() ? parser.amount(path + "amount_fen", wire.getAmountFen()) : Optional.empty();
    }
}
