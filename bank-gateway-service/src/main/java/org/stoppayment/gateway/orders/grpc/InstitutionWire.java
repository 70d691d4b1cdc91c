package org.stoppayment.gateway.orders.grpc;

import java.util.List;
import org.stoppayment.gateway.orders.application.ListingInstitutions.Listed;
import org.stoppayment.proto.gateway.v1.Institution;
import org.stoppayment.proto.gateway.v1.InstitutionKind;
import org.stoppayment.proto.gateway.v1.ListInstitutionsResponse;

/** Renders institutions, without endpoints and secrets. */
final class InstitutionWire {

    private InstitutionWire() {}

    static ListInstitutionsResponse render(List<Listed> institutions) {
        ListInstitutionsResponse.Builder response = ListInstitutionsResponse.newBuilder();
        institutions.forEach(listed -> response.addInstitutions(render(listed)));
        return response.build();
    }

    private static Institution render(Listed listed) {
        return Institution.newBuilder()
                .setCode(listed.institution().code().value())
                .setName(listed.institution().name())
                .setShortName(listed.institution().shortName())
                .setEnglishName(listed.institution().englishName())
                .setKind(kind(listed.institution().kind()))
                .addAllBins(listed.institution().bins())
                .setCircuit(listed.circuit().name())
                .build();
    }

    private static InstitutionKind kind(org.stoppayment.gateway.registry.domain.InstitutionKind kind) {
        return switch (kind) {
            case BANK -> InstitutionKind.INSTITUTION_KIND_BANK;
            case PAYMENT -> InstitutionKind.INSTITUTION_KIND_PAYMENT;
            case PREPAID -> InstitutionKind.INSTITUTION_KIND_PREPAID;
            case GAME_CREDIT -> InstitutionKind.INSTITUTION_KIND_GAME_CREDIT;
        };
    }
}
