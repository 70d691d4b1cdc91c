package org.stoppayment.intake.grpc;

import com.google.protobuf.InvalidProtocolBufferException;
import java.util.List;
import org.stoppayment.intake.application.FindingContacts;
import org.stoppayment.intake.domain.Content;
import org.stoppayment.intake.domain.PayerAccount;
import org.stoppayment.intake.domain.Victim;
import org.stoppayment.intake.domain.VictimContact;
import org.stoppayment.kernel.AccountNumber;
import org.stoppayment.kit.grpc.CommonWire;
import org.stoppayment.proto.intake.v1.AccountContacts;
import org.stoppayment.proto.intake.v1.FindVictimContactsRequest;
import org.stoppayment.proto.intake.v1.FindVictimContactsResponse;
import org.stoppayment.proto.intake.v1.ReportFraudRequest;

/** Parses and renders the search for victims to call. */
final class ContactsWire {

    private ContactsWire() {}

    static List<PayerAccount> parse(FindVictimContactsRequest request) {
        return request.getAccountsList().stream()
                .map(account -> new PayerAccount(
                        AccountNumber.normalise(account.getInstitutionCode()),
                        AccountNumber.normalise(account.getNumber())))
                .toList();
    }

    /** The victim of a stored report. */
    static Victim victim(Content report) {
        try {
            return ReportWire.victim(
                    ReportFraudRequest.parseFrom(report.bytes()).getVictim());
        } catch (InvalidProtocolBufferException notWhatWasStored) {
            throw new IllegalStateException("stored request cannot be read", notWhatWasStored);
        }
    }

    static FindVictimContactsResponse render(FindingContacts.Contacts found) {
        FindVictimContactsResponse.Builder response = FindVictimContactsResponse.newBuilder()
                .addAllCases(found.ofCases().stream().map(ContactsWire::render).toList());
        found.ofAccounts()
                .forEach(contacts -> response.addAccounts(AccountContacts.newBuilder()
                        .addAllContacts(
                                contacts.stream().map(ContactsWire::render).toList())));
        return response.build();
    }

    private static org.stoppayment.proto.intake.v1.VictimContact render(VictimContact contact) {
        return org.stoppayment.proto.intake.v1.VictimContact.newBuilder()
                .setName(contact.name())
                .setPhone(contact.phone())
                .setCaseId(contact.caseId().toString())
                .setAcceptedAt(CommonWire.timestamp(contact.acceptedAt()))
                .build();
    }
}
