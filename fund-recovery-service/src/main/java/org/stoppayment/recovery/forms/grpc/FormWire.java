package org.stoppayment.recovery.forms.grpc;

import java.util.Optional;
import java.util.UUID;
import org.stoppayment.kernel.ServiceException;
import org.stoppayment.kernel.ids.CaseId;
import org.stoppayment.kernel.ids.Ids;
import org.stoppayment.kit.grpc.CommonWire;
import org.stoppayment.proto.recovery.v1.ListRefundFormsResponse;
import org.stoppayment.proto.recovery.v1.RefundForm;
import org.stoppayment.proto.recovery.v1.RefundFormKind;
import org.stoppayment.proto.recovery.v1.RefundFormName;
import org.stoppayment.proto.recovery.v1.RefundFormOption;
import org.stoppayment.recovery.forms.application.ViewingForms.Forms;
import org.stoppayment.recovery.forms.application.ViewingForms.Option;
import org.stoppayment.recovery.forms.domain.FormKind;
import org.stoppayment.recovery.forms.domain.FormName;
import org.stoppayment.recovery.forms.domain.MadeForm;
import org.stoppayment.recovery.forms.domain.PlanForms.Obstacle;
import org.stoppayment.recovery.shared.grpc.OfficerWire;

/** Parses names of forms; renders forms. */
final class FormWire {

    private FormWire() {}

    /** Empty when no kind is given, or one that is not known. */
    static Optional<FormName> parse(RefundFormName name) {
        return kind(name.getKind()).map(kind -> switch (kind) {
            case APPLICATION -> FormName.application(caseId(name.getCaseId()));
            case BANK_NOTICE -> FormName.bankNotice(required("name.institutionCode", name.getInstitutionCode()));
            case FLOW_TABLE, REPORT, DECISION -> FormName.of(kind);
        });
    }

    private static CaseId caseId(String text) {
        UUID id = Ids.parseField("name.caseId", text);
        return new CaseId(id);
    }

    private static String required(String field, String text) {
        if (text.isEmpty()) {
            throw new ServiceException.InvalidInput(
                    field, "MISSING", "value: none (expected: the code of an institution)");
        }
        return text;
    }

    private static Optional<FormKind> kind(RefundFormKind kind) {
        return switch (kind) {
            case REFUND_FORM_KIND_APPLICATION -> Optional.of(FormKind.APPLICATION);
            case REFUND_FORM_KIND_FLOW_TABLE -> Optional.of(FormKind.FLOW_TABLE);
            case REFUND_FORM_KIND_REPORT -> Optional.of(FormKind.REPORT);
            case REFUND_FORM_KIND_DECISION -> Optional.of(FormKind.DECISION);
            case REFUND_FORM_KIND_BANK_NOTICE -> Optional.of(FormKind.BANK_NOTICE);
            case REFUND_FORM_KIND_UNSPECIFIED, UNRECOGNIZED -> Optional.empty();
        };
    }

    static ListRefundFormsResponse render(Forms forms) {
        return ListRefundFormsResponse.newBuilder()
                .addAllOptions(forms.options().stream().map(FormWire::render).toList())
                .addAllMade(forms.made().stream()
                        .map(made -> render(made).toBuilder()
                                .setIsApprovedDocument(isApproved(made, forms.approvedDigest()))
                                .build())
                        .toList())
                .build();
    }

    private static boolean isApproved(MadeForm made, Optional<String> approvedDigest) {
        return made.name().kind() == FormKind.DECISION
                && approvedDigest.filter(made.file().digest()::equals).isPresent();
    }

    private static RefundFormOption render(Option option) {
        return RefundFormOption.newBuilder()
                .setName(render(option.name()))
                .setRefusal(option.obstacle().map(Obstacle::code).orElse(""))
                .build();
    }

    static RefundForm render(MadeForm made) {
        return RefundForm.newBuilder()
                .setFormId(made.id().toString())
                .setPlanId(made.planId().toString())
                .setName(render(made.name()))
                .setVersion(made.imprint().version())
                .setDigest(made.file().digest())
                .setSizeBytes(made.file().sizeBytes())
                .setPages(made.file().pages())
                .setMissingCharacters(made.file().missingCharacters())
                .setMadeBy(OfficerWire.render(made.imprint().madeBy()))
                .setMadeAt(CommonWire.timestamp(made.imprint().madeAt()))
                .build();
    }

    private static RefundFormName render(FormName name) {
        return RefundFormName.newBuilder()
                .setKind(
                        RefundFormKind.valueOf("REFUND_FORM_KIND_" + name.kind().name()))
                .setCaseId(name.caseId().map(CaseId::toString).orElse(""))
                .setInstitutionCode(name.institutionCode().orElse(""))
                .build();
    }
}
