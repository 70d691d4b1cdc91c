package org.stoppayment.cli.command.duty;

import io.grpc.StatusRuntimeException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.stoppayment.cli.client.ServiceClients;
import org.stoppayment.proto.intake.v1.FindVictimContactsRequest;
import org.stoppayment.proto.intake.v1.VictimContact;

/**
 * The victims of cases: whom to ask. Without case-intake a list is shown all the same.
 *
 * @param byCase the victims by the id of their case
 * @param unavailable why case-intake could not be asked, empty when it was
 */
record CaseContacts(Map<String, VictimContact> byCase, Optional<String> unavailable) {

    /**
     * Asks case-intake about these cases, at most 200.
     *
     * @param visible masks what is personal
     */
    static CaseContacts of(ServiceClients clients, List<String> caseIds, UnaryOperator<VictimContact> visible) {
        List<String> asked =
                caseIds.stream().filter(id -> !id.isEmpty()).distinct().toList();
        if (asked.isEmpty()) {
            return new CaseContacts(Map.of(), Optional.empty());
        }
        try {
            return new CaseContacts(
                    clients
                            .intake()
                            .findVictimContacts(FindVictimContactsRequest.newBuilder()
                                    .addAllCaseIds(asked)
                                    .build())
                            .getCasesList()
                            .stream()
                            .collect(Collectors.toMap(VictimContact::getCaseId, visible, (first, again) -> first)),
                    Optional.empty());
        } catch (StatusRuntimeException e) {
            return new CaseContacts(
                    Map.of(), Optional.of(e.getStatus().getCode().name()));
        }
    }

    /** The victim of a case; without name and number when nobody knows them. */
    VictimContact of(String caseId) {
        return byCase.getOrDefault(caseId, VictimContact.getDefaultInstance());
    }
}
