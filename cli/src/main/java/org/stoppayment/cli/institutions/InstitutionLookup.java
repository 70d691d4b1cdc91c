package org.stoppayment.cli.institutions;

import io.grpc.StatusRuntimeException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.stoppayment.cli.client.ServiceClients;
import org.stoppayment.cli.output.CliException;
import org.stoppayment.cli.text.InstitutionNames;
import org.stoppayment.kernel.InstitutionCode;
import org.stoppayment.kernel.Masking;
import org.stoppayment.proto.gateway.v1.Institution;
import org.stoppayment.proto.gateway.v1.ListInstitutionsRequest;

/**
 * Finds institutions by the names that people use for them. The bank gateway is asked once, when the first name is needed; while it
 * does not answer, codes are shown without names and understood all the same. Thread-safe.
 */
public final class InstitutionLookup implements InstitutionNames {

    private static final Duration TIMEOUT = Duration.ofSeconds(5);
    private static final int MAX_SHOWN_LENGTH = 12;

    private final Supplier<List<Institution>> registry;
    private @Nullable Optional<InstitutionDirectory> asked;

    /** @param registry reads the institutions; a {@link StatusRuntimeException} says that they are not known now */
    InstitutionLookup(Supplier<List<Institution>> registry) {
        this.registry = registry;
    }

    /** Asks the gateway of these clients. */
    public static InstitutionLookup of(ServiceClients clients) {
        return within(TIMEOUT, clients);
    }

    /** The same; the gateway must answer within that time. */
    public static InstitutionLookup within(Duration timeout, ServiceClients clients) {
        return new InstitutionLookup(() -> clients.gateway()
                .withDeadlineAfter(timeout)
                .listInstitutions(ListInstitutionsRequest.getDefaultInstance())
                .getInstitutionsList());
    }

    @Override
    public String shortName(String code) {
        return directory().map(known -> known.shortName(code)).orElse("");
    }

    /** Those with this text in a name or the code, or whose cards begin as it does; all for an empty text. */
    public static List<Institution> containing(String text, List<Institution> institutions) {
        return new InstitutionDirectory(institutions).containing(text);
    }

    /** False while nobody can be asked for names. */
    public boolean isAvailable() {
        return directory().isPresent();
    }

    /**
     * The code of the institution that {@code text} names: by its code, its name in full or short, or its English name. A valid code
     * is taken as it is, whether or not the registry has it.
     *
     * @param field the option or field, for errors
     * @throws CliException when nobody, or more than one, has that name; it names the nearest
     */
    public String codeOf(String field, String text) {
        String typed = text.strip();
        if (InstitutionCode.isValid(typed)) {
            return typed;
        }
        if (typed.isEmpty()) {
            throw CliException.usage(InstitutionText.EMPTY, field);
        }
        InstitutionDirectory known =
                directory().orElseThrow(() -> CliException.failed(InstitutionText.NO_NAMES, field, shown(typed)));
        List<Institution> named = known.named(typed);
        if (named.size() == 1) {
            return named.get(0).getCode();
        }
        if (named.size() > 1) {
            throw CliException.usage(InstitutionText.AMBIGUOUS, field, shown(typed), inWords(named));
        }
        List<Institution> nearest = known.nearest(typed);
        throw nearest.isEmpty()
                ? CliException.usage(InstitutionText.UNKNOWN, field, shown(typed))
                : CliException.usage(InstitutionText.DID_YOU_MEAN, field, shown(typed), inWords(nearest));
    }

    private static String inWords(List<Institution> institutions) {
        return institutions.stream()
                .map(each -> each.getName() + " " + each.getCode())
                .collect(Collectors.joining(", "));
    }

    /** Masked when it may be the number of a card in the wrong place. */
    private static String shown(String typed) {
        return typed.codePoints().filter(Character::isDigit).count() > MAX_SHOWN_LENGTH ? Masking.mask(typed) : typed;
    }

    private synchronized Optional<InstitutionDirectory> directory() {
        if (asked == null) {
            asked = ask();
        }
        return asked;
    }

    private Optional<InstitutionDirectory> ask() {
        try {
            return Optional.of(new InstitutionDirectory(registry.get()));
        } catch (StatusRuntimeException notKnown) {
            return Optional.empty();
        }
    }
}
