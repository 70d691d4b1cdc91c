package org.stoppayment.cli.command.institutions;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.stoppayment.cli.institutions.InstitutionLookup;
import org.stoppayment.cli.output.Json;
import org.stoppayment.cli.output.MessageJson;
import org.stoppayment.cli.suite.ConnectedInstitutions.Listed;
import org.stoppayment.formats.RegisteredInstitution;
import org.stoppayment.proto.gateway.v1.Institution;
import org.stoppayment.proto.gateway.v1.InstitutionKind;
import org.stoppayment.proto.gateway.v1.ListInstitutionsResponse;

/**
 * An institution as the gateway has it, and what the registry of the suite says about it.
 *
 * @param institution its names and its circuit; the circuit is empty when the gateway does not have it yet
 * @param registered where it is called and where it comes from; empty when the registry does not have it
 */
record ListedInstitution(Institution institution, Optional<Listed> registered) {

    /**
     * Those with this text in a name or the code, or whose cards begin as it does; all for an empty text. First those of the gateway in its
     * order, then those that it has not loaded.
     */
    static List<ListedInstitution> containing(String text, List<Institution> ofGateway, List<Listed> registry) {
        Map<String, Listed> registered = new LinkedHashMap<>();
        registry.forEach(listed -> registered.put(listed.institution().code().value(), listed));
        Map<String, Institution> all = new LinkedHashMap<>();
        ofGateway.forEach(institution -> all.put(institution.getCode(), institution));
        registered.forEach((code, listed) -> all.computeIfAbsent(code, unloaded -> wire(listed.institution())));
        return InstitutionLookup.containing(text, new ArrayList<>(all.values())).stream()
                .map(institution ->
                        new ListedInstitution(institution, Optional.ofNullable(registered.get(institution.getCode()))))
                .toList();
    }

    private static Institution wire(RegisteredInstitution institution) {
        return Institution.newBuilder()
                .setCode(institution.code().value())
                .setName(institution.name())
                .setShortName(institution.shortName())
                .setEnglishName(institution.englishName())
                .setKind(InstitutionKind.valueOf(
                        "INSTITUTION_KIND_" + institution.type().name()))
                .addAllBins(institution.bins())
                .build();
    }

    /** Base URL of its API, empty when it is not known. */
    String endpoint() {
        return registered
                .map(listed -> listed.institution().endpoint().toString())
                .orElse("");
    }

    /** The answer of the gateway in its JSON mapping; each institution of the registry also has its {@code endpoint} and {@code origin}. */
    static String json(List<ListedInstitution> institutions) {
        try {
            ObjectNode root = (ObjectNode) Json.MAPPER.readTree(MessageJson.of(ListInstitutionsResponse.newBuilder()
                    .addAllInstitutions(institutions.stream()
                            .map(ListedInstitution::institution)
                            .toList())
                    .build()));
            for (int i = 0; i < institutions.size(); i++) {
                ObjectNode entry = (ObjectNode) root.path("institutions").path(i);
                institutions.get(i).registered().ifPresent(listed -> entry.put(
                                "endpoint", listed.institution().endpoint().toString())
                        .put("origin", listed.origin().name()));
            }
            return Json.of(root);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
