package org.stoppayment.kernel.ids;

import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;
import org.stoppayment.kernel.Masking;
import org.stoppayment.kernel.ServiceException;

/** Makes all ids: UUIDv7 (RFC 9562), so that rows written at the same time are stored together. Thread-safe. */
public final class Ids {

    private static final Pattern UUID_FORM =
            Pattern.compile("[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}");

    private final InstantSource clock;
    private final RandomGenerator random;

    /** Makes ids with the time of {@code clock}. */
    public Ids(InstantSource clock) {
        this(clock, new SecureRandom());
    }

    /** Makes ids with random bits from {@code random}; for tests that need reproducible ids. */
    public Ids(InstantSource clock, RandomGenerator random) {
        this.clock = clock;
        this.random = random;
    }

    /** A new UUIDv7. */
    public UUID next() {
        long high = (clock.millis() << 16) | 0x7000L | (random.nextInt() & 0xFFFL);
        long low = 0x8000000000000000L | (random.nextLong() >>> 2);
        return new UUID(high, low);
    }

    /** The least id that can be made at a moment or later: ids are UUIDv7, which begin with their time in milliseconds. */
    public static UUID earliest(Instant moment) {
        return new UUID(Math.max(0, moment.toEpochMilli()) << 16, 0);
    }

    /** A new id for a case. */
    public CaseId newCaseId() {
        return new CaseId(next());
    }

    /** A new id for a stop order. */
    public ApplicationId newApplicationId() {
        return new ApplicationId(next());
    }

    /** A new id for an event. */
    public EventId newEventId() {
        return new EventId(next());
    }

    /** A new id for a transfer. */
    public TransferId newTransferId() {
        return new TransferId(next());
    }

    /** A new id for an alert. */
    public AlertId newAlertId() {
        return new AlertId(next());
    }

    /** A new id for an objection. */
    public ObjectionId newObjectionId() {
        return new ObjectionId(next());
    }

    /** A new id of a payment. */
    public PaymentId newPaymentId() {
        return new PaymentId(next());
    }

    /** A new id of a plan. */
    public PlanId newPlanId() {
        return new PlanId(next());
    }

    /** The UUID in {@code text}, empty when the text is not a UUID of 36 characters. */
    public static Optional<UUID> parse(String text) {
        return UUID_FORM.matcher(text).matches() ? Optional.of(UUID.fromString(text)) : Optional.empty();
    }

    /** The UUID in a field of a request; throws {@link ServiceException.InvalidInput} when the text is not a UUID of 36 characters. */
    public static UUID parseField(String field, String text) {
        return parse(text)
                .orElseThrow(() -> new ServiceException.InvalidInput(
                        field, "NOT_A_UUID", "value: " + text.length() + " characters (expected: a UUID)"));
    }

    /** The id in {@code text}; masked in the error, because a card number may have been typed into the wrong field. */
    static <T> T require(String field, String text, Function<UUID, T> constructor) {
        return parse(text)
                .map(constructor)
                .orElseThrow(() -> new IllegalArgumentException(
                        field + ": " + Masking.mask(text) + " (expected: a UUID of 36 characters)"));
    }
}
