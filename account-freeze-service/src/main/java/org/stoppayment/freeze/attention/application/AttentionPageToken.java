package org.stoppayment.freeze.attention.application;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.stoppayment.freeze.attention.domain.AttentionKey;
import org.stoppayment.freeze.attention.domain.AttentionPosition;
import org.stoppayment.freeze.orders.domain.views.CaseAttention.Reason;
import org.stoppayment.freeze.shared.domain.AccountRef;
import org.stoppayment.kernel.ids.CaseId;
import org.stoppayment.kernel.ids.Ids;

/**
 * Where a listing goes on.
 *
 * @param asOf the moment that all of its pages count ages to
 * @param last place of the last item of the page before
 */
record AttentionPageToken(Instant asOf, AttentionPosition last) {

    /** Moment, weight, case, reason, institution and, as it may have any character, the number last. */
    private static final Pattern FORM = Pattern.compile(
            "([0-9T:.Z-]{20,30}) ([0-9]{1,30}(?:\\.[0-9]{1,12})?) ([0-9a-f-]{36}) ([A-Z_]{1,20}) ([0-9A-Za-z]{0,20}) ([^\0]{1,200})",
            Pattern.DOTALL);

    private static final int MAX_LENGTH = 1_000;

    /** As clients get it. */
    String text() {
        AttentionKey key = last.key();
        String plain = String.join(
                " ",
                asOf.toString(),
                last.weight().toPlainString(),
                key.caseId().toString(),
                key.reason().name(),
                key.account().institutionCode(),
                key.account().number());
        return Base64.getUrlEncoder().withoutPadding().encodeToString(plain.getBytes(StandardCharsets.UTF_8));
    }

    /** The token that a client sent back; empty when {@code text} is none. */
    static Optional<AttentionPageToken> parse(String text) {
        if (text.length() > MAX_LENGTH) {
            return Optional.empty();
        }
        try {
            Matcher parts = FORM.matcher(new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8));
            return parts.matches()
                    ? Ids.parse(parts.group(3)).map(id -> read(parts, new CaseId(id)))
                    : Optional.empty();
        } catch (IllegalArgumentException | DateTimeException noToken) {
            return Optional.empty();
        }
    }

    private static AttentionPageToken read(Matcher parts, CaseId caseId) {
        return new AttentionPageToken(
                Instant.parse(parts.group(1)),
                new AttentionPosition(
                        new BigDecimal(parts.group(2)),
                        new AttentionKey(
                                caseId,
                                new AccountRef.Key(parts.group(5), parts.group(6)),
                                Reason.valueOf(parts.group(4)))));
    }
}
