package org.stoppayment.cli.command.refund.form;

import com.google.protobuf.ByteString;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.Locale;
import org.stoppayment.cli.output.CliException;
import org.stoppayment.cli.text.Vocabulary;
import org.stoppayment.proto.recovery.v1.MakeRefundFormResponse;
import org.stoppayment.proto.recovery.v1.RefundForm;

/**
 * A form as it arrived, complete.
 *
 * @param form what was made
 * @param content the PDF file; its digest is that of the form
 */
record ReceivedForm(RefundForm form, ByteString content) {

    /** Collects the parts of an answer; fails when they are not the file that was made. */
    static ReceivedForm of(Iterator<MakeRefundFormResponse> parts) {
        if (!parts.hasNext()) {
            throw CliException.failed(FormText.NO_FORM);
        }
        RefundForm form = parts.next().getForm();
        ByteString content = ByteString.EMPTY;
        while (parts.hasNext()) {
            content = content.concat(parts.next().getContent());
        }
        if (!digest(content).equals(form.getDigest())) {
            throw CliException.failed(FormText.DAMAGED, digest(content), form.getDigest());
        }
        return new ReceivedForm(form, content);
    }

    /** The name of its file among those of the plan: form, victim or institution, version. */
    String fileName() {
        String kind = Vocabulary.shortName(form.getName().getKind())
                .toLowerCase(Locale.ROOT)
                .replace('_', '-');
        String of = form.getName().getCaseId() + form.getName().getInstitutionCode();
        return kind + (of.isEmpty() ? "" : "-" + of) + "-v" + form.getVersion() + ".pdf";
    }

    private static String digest(ByteString content) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            content.asReadOnlyByteBufferList().forEach(digest::update);
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException missingFromTheJdk) {
            throw new IllegalStateException(missingFromTheJdk);
        }
    }
}
