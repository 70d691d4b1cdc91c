package org.stoppayment.cli.fake;

import static org.stoppayment.cli.fake.Answers.answer;
import static org.stoppayment.cli.fake.Answers.refuse;

import com.google.protobuf.ByteString;
import com.google.protobuf.Timestamp;
import com.google.rpc.Code;
import io.grpc.stub.StreamObserver;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.stoppayment.proto.recovery.v1.FormServiceGrpc;
import org.stoppayment.proto.recovery.v1.ListRefundFormsRequest;
import org.stoppayment.proto.recovery.v1.ListRefundFormsResponse;
import org.stoppayment.proto.recovery.v1.MakeRefundFormRequest;
import org.stoppayment.proto.recovery.v1.MakeRefundFormResponse;
import org.stoppayment.proto.recovery.v1.RefundForm;
import org.stoppayment.proto.recovery.v1.RefundFormKind;
import org.stoppayment.proto.recovery.v1.RefundFormName;
import org.stoppayment.proto.recovery.v1.RefundFormOption;

/** Forms of a plan of two victims that nobody has submitted. A file has the name of its form as content, in two parts. */
public final class FakeForms extends FormServiceGrpc.FormServiceImplBase {

    /** Cases of the two victims. */
    public static final List<String> CASES =
            List.of("0193a000-0000-7000-8000-0000000000c1", "0193a000-0000-7000-8000-0000000000c2");

    private final List<MakeRefundFormRequest> requests = new CopyOnWriteArrayList<>();
    private volatile int missingCharacters;
    private volatile boolean damages;
    private volatile boolean isSubmitted;

    /** What was asked to be made, in order. */
    public List<MakeRefundFormRequest> requests() {
        return List.copyOf(requests);
    }

    /** The service has no font for so many characters. */
    public void lack(int characters) {
        missingCharacters = characters;
    }

    /** What arrives is not what was made. */
    public void damage() {
        damages = true;
    }

    /** An officer has asked for the approval: the decision can be made. */
    public void submit() {
        isSubmitted = true;
    }

    /** The digest of a file. */
    public static String digest(RefundFormKind kind) {
        return digest(content(kind, ""));
    }

    /** The content of a file. */
    public static String content(RefundFormKind kind, String caseId) {
        return "%PDF " + kind + " " + caseId;
    }

    @Override
    public void listRefundForms(ListRefundFormsRequest request, StreamObserver<ListRefundFormsResponse> caller) {
        ListRefundFormsResponse.Builder forms = ListRefundFormsResponse.newBuilder();
        CASES.forEach(
                caseId -> forms.addOptions(option(name(RefundFormKind.REFUND_FORM_KIND_APPLICATION, caseId), "")));
        forms.addOptions(option(name(RefundFormKind.REFUND_FORM_KIND_FLOW_TABLE, ""), ""))
                .addOptions(option(name(RefundFormKind.REFUND_FORM_KIND_REPORT, ""), ""))
                .addOptions(
                        option(name(RefundFormKind.REFUND_FORM_KIND_DECISION, ""), isSubmitted ? "" : "NOT_SUBMITTED"));
        requests.forEach(made -> forms.addMade(form(made)));
        answer(caller, forms.build());
    }

    @Override
    public void makeRefundForm(MakeRefundFormRequest request, StreamObserver<MakeRefundFormResponse> caller) {
        if (request.getName().getKind() == RefundFormKind.REFUND_FORM_KIND_DECISION && !isSubmitted) {
            refuse(
                    caller,
                    Code.FAILED_PRECONDITION,
                    "planId: p (expected: a plan whose approval an officer asked for)");
            return;
        }
        requests.add(request);
        caller.onNext(MakeRefundFormResponse.newBuilder().setForm(form(request)).build());
        ByteString content = ByteString.copyFromUtf8(content(request) + (damages ? "!" : ""));
        caller.onNext(MakeRefundFormResponse.newBuilder()
                .setContent(content.substring(0, 4))
                .build());
        caller.onNext(MakeRefundFormResponse.newBuilder()
                .setContent(content.substring(4))
                .build());
        caller.onCompleted();
    }

    private static String content(MakeRefundFormRequest request) {
        return content(request.getName().getKind(), request.getName().getCaseId());
    }

    private RefundForm form(MakeRefundFormRequest request) {
        return RefundForm.newBuilder()
                .setPlanId(request.getPlanId())
                .setName(request.getName())
                .setVersion(1)
                .setDigest(digest(content(request)))
                .setPages(2)
                .setMissingCharacters(missingCharacters)
                .setMadeBy(request.getOperator())
                .setMadeAt(Timestamp.newBuilder().setSeconds(1_772_600_000L))
                .build();
    }

    private static RefundFormName name(RefundFormKind kind, String caseId) {
        return RefundFormName.newBuilder().setKind(kind).setCaseId(caseId).build();
    }

    private static RefundFormOption option(RefundFormName name, String refusal) {
        return RefundFormOption.newBuilder().setName(name).setRefusal(refusal).build();
    }

    private static String digest(String content) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(content.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException(missing);
        }
    }
}
