package org.stoppayment.kit.grpc;

import com.google.protobuf.Any;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.rpc.BadRequest;
import com.google.rpc.BadRequest.FieldViolation;
import com.google.rpc.Code;
import com.google.rpc.ErrorInfo;
import com.google.rpc.LocalizedMessage;
import com.google.rpc.Status;
import java.util.List;
import java.util.Locale;
import java.util.Locale.LanguageRange;
import java.util.Map;
import java.util.Optional;
import org.stoppayment.kernel.Violation;
import org.stoppayment.kernel.text.ReasonTexts;

/**
 * Adds texts in the language of the caller to a status, as {@link LocalizedMessage}: one for the whole, and one for each field. The
 * status keeps its English message. Languages: English and Chinese.
 */
final class LocalizedStatus {

    /** Details are sent in a header, and clients refuse headers over 8 KiB (base64 included). */
    private static final int MAX_STATUS_BYTES = 5_500;

    private static final Map<String, Locale> LANGUAGES = Map.of("zh", Locale.SIMPLIFIED_CHINESE, "en", Locale.ENGLISH);

    private LocalizedStatus() {}

    /** The first language of an {@code accept-language} header that there are texts in; empty when there is none. */
    static Optional<Locale> language(String acceptLanguage) {
        try {
            return Optional.ofNullable(
                            Locale.lookupTag(LanguageRange.parse(acceptLanguage), List.copyOf(LANGUAGES.keySet())))
                    .map(LANGUAGES::get);
        } catch (IllegalArgumentException | IndexOutOfBoundsException malformed) {
            return Optional.empty();
        }
    }

    /** The status with texts in this language, as far as they fit into a header. */
    static Status of(Status status, Locale language) {
        Status.Builder localized = status.toBuilder().clearDetails();
        for (Any detail : status.getDetailsList()) {
            localized.addDetails(detail.is(BadRequest.class) ? fields(detail, language, status) : detail);
        }
        localized.addDetails(Any.pack(message(message(status, language), language)));
        return localized.build().getSerializedSize() > MAX_STATUS_BYTES ? status : localized.build();
    }

    private static String message(Status status, Locale language) {
        if (language.equals(Locale.ENGLISH)) {
            return status.getMessage();
        }
        return reason(status)
                .flatMap(code -> ReasonTexts.refused(code, status.getMessage(), language))
                .or(() -> text(Code.forNumber(status.getCode()), status.getMessage(), language))
                .orElse(status.getMessage());
    }

    private static Optional<String> text(Code code, String english, Locale language) {
        return code == Code.NOT_FOUND ? ReasonTexts.notFound(english, language) : ReasonTexts.of(code.name(), language);
    }

    private static Optional<String> reason(Status status) {
        return status.getDetailsList().stream()
                .filter(detail -> detail.is(ErrorInfo.class))
                .map(detail -> unpack(detail, ErrorInfo.class).getReason())
                .findFirst();
    }

    private static Any fields(Any detail, Locale language, Status status) {
        BadRequest.Builder fields = unpack(detail, BadRequest.class).toBuilder();
        int size = status.getSerializedSize();
        for (FieldViolation.Builder field : fields.getFieldViolationsBuilderList()) {
            LocalizedMessage text = message(text(field, language), language);
            size += text.getSerializedSize() + message("", language).getSerializedSize();
            if (size > MAX_STATUS_BYTES - status.getMessage().length()) {
                break;
            }
            field.setLocalizedMessage(text);
        }
        return Any.pack(fields.build());
    }

    private static String text(FieldViolation.Builder field, Locale language) {
        Violation violation = new Violation(field.getField(), field.getReason(), field.getDescription());
        return ReasonTexts.of(violation, language).orElse(field.getDescription());
    }

    private static LocalizedMessage message(String text, Locale language) {
        return LocalizedMessage.newBuilder()
                .setLocale(language.toLanguageTag())
                .setMessage(text)
                .build();
    }

    private static <M extends com.google.protobuf.Message> M unpack(Any detail, Class<M> type) {
        try {
            return detail.unpack(type);
        } catch (InvalidProtocolBufferException e) {
            throw new IllegalStateException(e); // packed here
        }
    }
}
