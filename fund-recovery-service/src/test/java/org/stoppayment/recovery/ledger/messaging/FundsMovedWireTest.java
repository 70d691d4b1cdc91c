package org.stoppayment.recovery.ledger.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.stoppayment.recovery.testkit.Moves.CARD;
import static org.stoppayment.recovery.testkit.Moves.event;
import static org.stoppayment.recovery.testkit.Moves.newId;
import static org.stoppayment.recovery.testkit.Moves.reported;

import com.google.protobuf.ByteString;
import com.google.protobuf.Timestamp;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.stoppayment.kernel.AccountKind;
import org.stoppayment.kernel.Money;
import org.stoppayment.kernel.ids.ApplicationId;
import org.stoppayment.proto.common.v1.Account;
import org.stoppayment.proto.common.v1.Event;
import org.stoppayment.proto.freeze.v1.FundsMovement;
import org.stoppayment.proto.freeze.v1.FundsMovementCause;
import org.stoppayment.proto.freeze.v1.FundsPosition;
import org.stoppayment.recovery.ledger.domain.Cause;
import org.stoppayment.recovery.ledger.domain.FundsMoved;
import org.stoppayment.recovery.ledger.domain.Movement;
import org.stoppayment.recovery.ledger.domain.Position;
import org.stoppayment.recovery.shared.domain.AccountRef;
import org.stoppayment.recovery.shared.messaging.Delivery;
import org.stoppayment.recovery.shared.messaging.UnreadableEventException;

class FundsMovedWireTest {

    private static final String CASE = newId();

    @Test
    void everyFieldIsRead() throws UnreadableEventException {
        String order = newId();
        Event sent = event(
                CASE,
                7,
                reported(CARD, 14_000_000).toBuilder().setApplicationId(order).build());
        FundsMoved read = FundsMovedWire.parse(sent);
        assertThat(read.eventId()).hasToString(sent.getEventId());
        assertThat(read.caseId()).hasToString(CASE);
        assertThat(read.occurredAt()).isEqualTo("2026-01-01T00:00:07Z");
        assertThat(read.movements())
                .containsExactly(new Movement(
                        new AccountRef("102100099996", "6222020200112233455", "Wang Wu", AccountKind.BANK_PERSONAL),
                        Optional.of(ApplicationId.of(order)),
                        Cause.REPORTED,
                        Position.REPORTED,
                        Position.UNKNOWN,
                        Money.ofFen(14_000_000)));
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "UNRECOGNIZED")
    void everyAccountKindIsRead(org.stoppayment.proto.common.v1.AccountKind kind) throws UnreadableEventException {
        Account account = CARD.toBuilder().setKind(kind).build();
        Movement read = FundsMovedWire.parse(event(CASE, 0, reported(account, 1)))
                .movements()
                .get(0);
        assertThat("ACCOUNT_KIND_" + read.account().kind()).isEqualTo(kind.name());
    }

    @ParameterizedTest
    @EnumSource(
            mode = EnumSource.Mode.EXCLUDE,
            names = {"UNRECOGNIZED", "FUNDS_MOVEMENT_CAUSE_UNSPECIFIED"})
    void everyCauseIsRead(FundsMovementCause cause) throws UnreadableEventException {
        Movement read = FundsMovedWire.parse(moving(movement -> movement.setCause(cause)))
                .movements()
                .get(0);
        assertThat("FUNDS_MOVEMENT_CAUSE_" + read.cause()).isEqualTo(cause.name());
    }

    @Test
    void unknownAccountKindIsUnspecified() throws UnreadableEventException {
        Account account = CARD.toBuilder().setKindValue(99).build();
        FundsMoved read = FundsMovedWire.parse(event(CASE, 0, reported(account, 1)));
        assertThat(read.movements().get(0).account().kind()).isEqualTo(AccountKind.UNSPECIFIED);
    }

    static Stream<Arguments> unbookable() {
        return Stream.of(
                changed("eventId", event -> event.setEventId("")),
                changed("eventId", event -> event.setEventId("6222020200112233455")),
                changed("type", event -> event.setType("")),
                changed("type", event -> event.setType("stoppayment.intake.v1.ReportAccepted")),
                changed("caseId", event -> event.setCaseId("1-1-1-1-1")),
                changed("occurredAt", Event.Builder::clearOccurredAt),
                changed("occurredAt", event -> event.setOccurredAt(seconds(Long.MAX_VALUE))),
                changed("occurredAt", event -> event.setOccurredAt(seconds(Long.MIN_VALUE))),
                changed("occurredAt", event -> event.setOccurredAt(seconds(253_402_300_800L))),
                changed("occurredAt", event -> event.setOccurredAt(seconds(-62_135_596_801L))),
                changed("occurredAt", event -> event.setOccurredAt(seconds(0).setNanos(-1))),
                changed("occurredAt", event -> event.setOccurredAt(seconds(0).setNanos(1_000_000_000))),
                changed("data", event -> event.setData(ByteString.copyFromUtf8("6222020200112233455"))),
                changed("data.caseId", event -> event.clearData()),
                changed("data.caseId", event -> event.setCaseId(newId())),
                Arguments.of("movements", event(CASE, 0)),
                moved(".account.number", movement -> movement.clearAccount()),
                moved(".account.number", movement -> movement.getAccountBuilder()
                        .setNumber("")),
                moved(".account.number", movement -> movement.getAccountBuilder()
                        .setNumber("62220202\0")),
                moved(".account.name", movement -> movement.getAccountBuilder().setName("Wang\0Wu")),
                moved(".account.institutionCode", movement -> movement.getAccountBuilder()
                        .setInstitutionCode("\0")),
                moved(".applicationId", movement -> movement.setApplicationId("6222020200112233455")),
                moved(".cause", movement -> movement.setCause(FundsMovementCause.FUNDS_MOVEMENT_CAUSE_UNSPECIFIED)),
                moved(".cause", movement -> movement.setCauseValue(99)),
                moved(".from", movement -> movement.setFrom(FundsPosition.FUNDS_POSITION_UNSPECIFIED)),
                moved(".from", movement -> movement.setFromValue(99)),
                moved(".to", movement -> movement.setTo(FundsPosition.FUNDS_POSITION_UNSPECIFIED)),
                moved(".to", movement -> movement.setToValue(99)),
                moved(".to", movement -> movement.setTo(FundsPosition.FUNDS_POSITION_REPORTED)),
                moved(".amountFen", movement -> movement.setAmountFen(0)),
                moved(".amountFen", movement -> movement.setAmountFen(-1)),
                moved(".amountFen", movement -> movement.setAmountFen(Long.MIN_VALUE)),
                moved(".amountFen", movement -> movement.setAmountFen(100_000_000_000_000_001L)));
    }

    @ParameterizedTest
    @MethodSource("unbookable")
    void whatCanNeverBeBookedIsRejectedWithTheFieldAndNothingPersonal(String field, Event event) {
        Delivery<FundsMoved> delivery = Delivery.read(List.of(event), FundsMovedWire::parse);
        assertThat(delivery.content()).isEmpty();
        assertThat(delivery.rejected()).singleElement().satisfies(rejected -> {
            assertThat(rejected.getEventId()).isEqualTo(event.getEventId());
            assertThat(rejected.getReason())
                    .startsWith(field + ": ")
                    .contains(" (expected: ")
                    .doesNotContain("62220202", "Wang", "\0");
        });
    }

    private static Arguments changed(String field, Consumer<Event.Builder> change) {
        Event.Builder event = event(CASE, 0, reported(CARD, 100)).toBuilder();
        change.accept(event);
        return Arguments.of(field, event.build());
    }

    /** The second of two movements is the wrong one. */
    private static Arguments moved(String field, Consumer<FundsMovement.Builder> change) {
        return Arguments.of("movements[1]" + field, event(CASE, 0, reported(CARD, 100), changedMovement(change)));
    }

    private static Event moving(Consumer<FundsMovement.Builder> change) {
        return event(CASE, 0, changedMovement(change));
    }

    private static FundsMovement changedMovement(Consumer<FundsMovement.Builder> change) {
        FundsMovement.Builder movement = reported(CARD, 100).toBuilder();
        change.accept(movement);
        return movement.build();
    }

    private static Timestamp.Builder seconds(long seconds) {
        return Timestamp.newBuilder().setSeconds(seconds);
    }
}
