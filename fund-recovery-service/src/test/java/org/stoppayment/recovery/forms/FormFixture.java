package org.stoppayment.recovery.forms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.google.protobuf.ByteString;
import java.util.Iterator;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.stoppayment.proto.common.v1.Operator;
import org.stoppayment.proto.recovery.v1.FormServiceGrpc;
import org.stoppayment.proto.recovery.v1.FormServiceGrpc.FormServiceBlockingStub;
import org.stoppayment.proto.recovery.v1.ListRefundFormsRequest;
import org.stoppayment.proto.recovery.v1.ListRefundFormsResponse;
import org.stoppayment.proto.recovery.v1.MakeRefundFormRequest;
import org.stoppayment.proto.recovery.v1.MakeRefundFormResponse;
import org.stoppayment.proto.recovery.v1.RefundForm;
import org.stoppayment.proto.recovery.v1.RefundFormKind;
import org.stoppayment.proto.recovery.v1.RefundFormName;
import org.stoppayment.proto.recovery.v1.RefundPayment;
import org.stoppayment.proto.recovery.v1.RefundPaymentState;
import org.stoppayment.proto.recovery.v1.RefundPlan;
import org.stoppayment.proto.recovery.v1.RejectRefundPlanRequest;
import org.stoppayment.recovery.payments.PaymentFixture;
import org.stoppayment.recovery.testkit.PayingInstitutions;

/** A frozen account of one victim, and forms of its plan. */
abstract class FormFixture extends PaymentFixture {

    FormServiceBlockingStub forms;

    @BeforeEach
    void connectToForms() {
        forms = FormServiceGrpc.newBlockingStub(client.channel());
    }

    /** Orders the payments of an approved plan, of which the institution takes the order and pays later. */
    RefundPayment payLater(RefundPlan plan) {
        institutions.then(PayingInstitutions.Answer.TAKES_IT);
        return payAndAwait(plan, RefundPaymentState.REFUND_PAYMENT_STATE_ACCEPTED);
    }

    /** Orders the payments of an approved plan, and waits until its payment stands so. */
    RefundPayment payAndAwait(RefundPlan plan, RefundPaymentState state) {
        pay(plan);
        await().untilAsserted(
                        () -> assertThat(paymentsOf(plan).get(0).getState()).isEqualTo(state));
        return paymentsOf(plan).get(0);
    }

    /** A form as it arrived. */
    record Received(RefundForm form, byte[] bytes, int chunks) {}

    static RefundFormName name(RefundFormKind kind) {
        return RefundFormName.newBuilder().setKind(kind).build();
    }

    RefundFormName application() {
        return RefundFormName.newBuilder()
                .setKind(RefundFormKind.REFUND_FORM_KIND_APPLICATION)
                .setCaseId(caseOne.toString())
                .build();
    }

    RefundFormName bankNotice() {
        return RefundFormName.newBuilder()
                .setKind(RefundFormKind.REFUND_FORM_KIND_BANK_NOTICE)
                .setInstitutionCode(collector.institutionCode())
                .build();
    }

    Received make(RefundPlan plan, RefundFormName name) {
        return make(plan, name, OFFICER);
    }

    Received make(RefundPlan plan, RefundFormName name, Operator officer) {
        Iterator<MakeRefundFormResponse> parts = forms.makeRefundForm(request(plan, name, officer));
        RefundForm form = parts.next().getForm();
        ByteString bytes = ByteString.EMPTY;
        int chunks = 0;
        while (parts.hasNext()) {
            bytes = bytes.concat(parts.next().getContent());
            chunks++;
        }
        return new Received(form, bytes.toByteArray(), chunks);
    }

    static RejectRefundPlanRequest rejection(RefundPlan plan) {
        return RejectRefundPlanRequest.newBuilder()
                .setPlanId(plan.getPlanId())
                .setReason("材料不全")
                .setOperator(OFFICER)
                .build();
    }

    static MakeRefundFormRequest request(RefundPlan plan, RefundFormName name, Operator officer) {
        return MakeRefundFormRequest.newBuilder()
                .setPlanId(plan.getPlanId())
                .setName(name)
                .setOperator(officer)
                .build();
    }

    ListRefundFormsResponse list(RefundPlan plan) {
        return forms.listRefundForms(
                ListRefundFormsRequest.newBuilder().setPlanId(plan.getPlanId()).build());
    }

    List<RefundForm> made(RefundPlan plan) {
        return list(plan).getMadeList();
    }

    /** Why a form cannot be made now. */
    String refusal(RefundPlan plan, RefundFormName name) {
        return list(plan).getOptionsList().stream()
                .filter(option -> option.getName().equals(name))
                .findFirst()
                .orElseThrow()
                .getRefusal();
    }
}
