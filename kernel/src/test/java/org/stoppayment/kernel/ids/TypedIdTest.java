package org.stoppayment.kernel.ids;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.stoppayment.kernel.SystemTime;

class TypedIdTest {

    private static final String TEXT = "0193a000-0000-7000-8000-00000000abcd";

    private record Kind(
            String field,
            Function<String, TypedId<?>> of,
            Function<String, Optional<? extends TypedId<?>>> parse,
            Function<Ids, TypedId<?>> maker) {}

    static Stream<Kind> kinds() {
        return Stream.of(
                new Kind("caseId", CaseId::of, CaseId::parse, Ids::newCaseId),
                new Kind("applicationId", ApplicationId::of, ApplicationId::parse, Ids::newApplicationId),
                new Kind("eventId", EventId::of, EventId::parse, Ids::newEventId),
                new Kind("transferId", TransferId::of, TransferId::parse, Ids::newTransferId),
                new Kind("alertId", AlertId::of, AlertId::parse, Ids::newAlertId),
                new Kind("objectionId", ObjectionId::of, ObjectionId::parse, Ids::newObjectionId));
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void uuidIsParsedAndPrinted(Kind kind) {
        assertThat(kind.of().apply(TEXT)).hasToString(TEXT);
        assertThat(kind.of().apply(TEXT).value()).isEqualTo(UUID.fromString(TEXT));
        assertThat(kind.parse().apply(TEXT).orElseThrow()).hasToString(TEXT);
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void otherTextIsRefusedWithFieldAndMasked(Kind kind) {
        assertThat(kind.parse().apply("6222020000000000018")).isEmpty();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> kind.of().apply("6222020000000000018"))
                .withMessage(kind.field() + ": 62***18 (expected: a UUID of 36 characters)");
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void newIdsAreOfVersionSevenAndDiffer(Kind kind) {
        Ids ids = new Ids(SystemTime.SOURCE);
        TypedId<?> one = kind.maker().apply(ids);
        assertThat(one.value().version()).isEqualTo(7);
        assertThat(one).isNotEqualTo(kind.maker().apply(ids));
    }

    @Test
    void idsSortAsTheirUuidsDo() {
        CaseId first = CaseId.of("0193a000-0000-7000-8000-000000000001");
        CaseId second = CaseId.of("0193a000-0000-7000-8000-000000000002");
        assertThat(Stream.of(second, first).sorted()).containsExactly(first, second);
    }

    @Test
    void idsOfDifferentKindsAreNotEqual() {
        assertThat((Object) CaseId.of(TEXT)).isNotEqualTo(EventId.of(TEXT));
    }
}
