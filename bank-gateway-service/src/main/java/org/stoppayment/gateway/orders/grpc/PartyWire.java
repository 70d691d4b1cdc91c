package org.stoppayment.gateway.orders.grpc;

import org.stoppayment.gateway.feedback.domain.Account;
import org.stoppayment.gateway.orders.domain.Operator;
import org.stoppayment.kernel.AccountNumber;
import org.stoppayment.kit.grpc.CommonWire;

/** Parses accounts and officers. */
final class PartyWire {

    private PartyWire() {}

    /** The account of the order; without an institution, it is at the institution that the order is sent to. */
    static Account target(org.stoppayment.proto.common.v1.Account wire, String institutionCode, FieldParser parser) {
        if (!AccountNumber.hasForm(wire.getNumber())) {
            parser.violation("account.number", "INVALID", "1..64 letters, digits or @._+");
        }
        Account account = account(wire);
        return account.institutionCode().isEmpty()
                ? new Account(institutionCode, account.number(), account.name(), account.kind())
                : account;
    }

    static Account account(org.stoppayment.proto.common.v1.Account wire) {
        return new Account(
                wire.getInstitutionCode(), wire.getNumber(), wire.getName(), CommonWire.kind(wire.getKind()));
    }

    static Operator operator(org.stoppayment.proto.common.v1.Operator wire) {
        return new Operator(wire.getOrganisation(), wire.getBadgeNumber());
    }
}
