package org.stoppayment.freeze.orders.grpc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.google.protobuf.Timestamp;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.stoppayment.freeze.shared.domain.AccountRef;
import org.stoppayment.freeze.testkit.Outcomes;
import org.stoppayment.kernel.ServiceException.InvalidInput;
import org.stoppayment.proto.common.v1.Account;
import org.stoppayment.proto.gateway.v1.Feedback;

/** An officer may type anything: what no institution may say is refused by its field, and not quoted. */
class FeedbackWireTest {

    private static final Instant AT = Instant.parse("2026-03-01T08:00:00Z");
    private static final String NUL = "张三\u0000";

    private static Feedback.Builder feedback() {
        return Outcomes.stopped(new UUID(1, 2).toString(), AT, 100)
                .addMismatched("transfers[0].payer.name")
                .addUnreadable("outflows[3].amountFen")
                .addOutflows(Outcomes.outflow("S-1", 5, account("6222020000000000018"), AT))
                .addInflows(Outcomes.inflow("I-1", 7, AT).setPayer(account("")));
    }

    private static Account account(String number) {
        return Account.newBuilder()
                .setInstitutionCode("102100099996")
                .setNumber(number)
                .setName("张三")
                .build();
    }

    private static Timestamp seconds(long seconds) {
        return Timestamp.newBuilder().setSeconds(seconds).build();
    }

    private static Arguments wrong(String field, String description, Consumer<Feedback.Builder> change) {
        return Arguments.of(field, description, change);
    }

    static Stream<Arguments> wrongs() {
        return Stream.of(
                wrong(
                        "stoppedAt",
                        "value: 9223372036854775807 s and 0 ns (expected: years 1 to 9999, 0..999999999 ns)",
                        it -> it.setStoppedAt(seconds(Long.MAX_VALUE))),
                wrong(
                        "stoppedAt",
                        "value: 0001-01-01T00:00:00Z (expected: a moment since 2016-01-01T00:00:00Z)",
                        it -> it.setStoppedAt(Outcomes.timestamp(Instant.parse("0001-01-01T00:00:00Z")))),
                wrong(
                        "mismatched[1]",
                        "value: 25 characters (expected: the path of a field: 1..100 letters, digits and . _ - [ ])",
                        it -> it.addMismatched("account.name,account.kind")),
                wrong(
                        "mismatched[1]",
                        "value: 0 characters (expected: the path of a field: 1..100 letters, digits and . _ - [ ])",
                        it -> it.addMismatched("")),
                wrong(
                        "mismatched",
                        "value: 101 entries (expected: at most 100)",
                        it -> it.addAllMismatched(Collections.nCopies(100, "account.name"))),
                wrong(
                        "unreadable[1]",
                        "value: 3 characters (expected: the path of a field: 1..100 letters, digits and . _ - [ ])",
                        it -> it.addUnreadable(NUL)),
                wrong(
                        "unreadable",
                        "value: 101 entries (expected: at most 100)",
                        it -> it.addAllUnreadable(Collections.nCopies(100, "outflows[0]"))),
                wrong(
                        "outflows",
                        "value: 10001 entries (expected: at most 10000)",
                        it -> it.addAllOutflows(Collections.nCopies(10_000, it.getOutflows(0)))),
                wrong(
                        "inflows",
                        "value: 10001 entries (expected: at most 10000)",
                        it -> it.addAllInflows(Collections.nCopies(10_000, it.getInflows(0)))),
                wrong(
                        "outflows[0].serial",
                        "value: U+0000 at 2 (expected: no control or bidirectional characters)",
                        it -> it.getOutflowsBuilder(0).setSerial(NUL)),
                wrong("outflows[0].serial", "value: 101 characters (expected: 1..100)", it -> it.getOutflowsBuilder(0)
                        .setSerial("9".repeat(101))),
                wrong("outflows[0].sequence", "value: -1 (expected: 0..2^63-1)", it -> it.getOutflowsBuilder(0)
                        .setSequence(-1)),
                wrong(
                        "outflows[0].payee.number",
                        "value: none (expected: 1..64 characters)",
                        it -> it.getOutflowsBuilder(0).setPayee(account(""))),
                wrong("outflows[0].payee.number", "value: 65 characters (expected: 1..64)", it -> it.getOutflowsBuilder(
                                0)
                        .setPayee(account("9".repeat(65)))),
                wrong(
                        "outflows[0].payee.name",
                        "value: U+0000 at 2 (expected: no control or bidirectional characters)",
                        it -> it.getOutflowsBuilder(0).getPayeeBuilder().setName(NUL)),
                wrong(
                        "outflows[0].payee.institutionCode",
                        "value: 65 characters (expected: 0..64)",
                        it -> it.getOutflowsBuilder(0).getPayeeBuilder().setInstitutionCode("1".repeat(65))),
                wrong("inflows[0].serial", "value: none (expected: 1..100 characters)", it -> it.getInflowsBuilder(0)
                        .setSerial("")),
                wrong("inflows[0].payer.name", "value: 201 characters (expected: 0..200)", it -> it.getInflowsBuilder(0)
                        .getPayerBuilder()
                        .setName("张".repeat(201))));
    }

    @ParameterizedTest
    @MethodSource("wrongs")
    void whatNoFeedbackMayHoldIsRefusedByItsField(String field, String description, Consumer<Feedback.Builder> change) {
        Feedback.Builder changed = feedback();
        change.accept(changed);

        InvalidInput refused = catchThrowableOfType(InvalidInput.class, () -> FeedbackWire.parse(changed.build()));

        assertThat(refused).isNotNull();
        assertThat(refused.violations()).singleElement().satisfies(violation -> {
            assertThat(violation.field()).isEqualTo("feedback." + field);
            assertThat(violation.description()).isEqualTo(description);
        });
    }

    @Test
    void whatAnInstitutionMaySayIsRead() {
        var read = FeedbackWire.parse(feedback().build());

        assertThat(read.stoppedAt()).contains(AT);
        assertThat(read.mismatched()).isEqualTo(List.of("transfers[0].payer.name"));
        assertThat(read.bookings().outflows()).singleElement().satisfies(one -> assertThat(one.serial())
                .isEqualTo("S-1"));
    }

    @Test
    void momentThatDoesNotCountMayBeAnyPossibleOne() {
        Feedback.Builder declined = feedback().setResultCode("0301").setStoppedAt(seconds(0));

        assertThat(FeedbackWire.parse(declined.build()).stoppedAt()).contains(Instant.EPOCH);
    }

    @Test
    void payeesAndPayersAreOneAccountHoweverTheyAreWritten() {
        Account written = account("6222-0200 ００００0000018").toBuilder()
                .setInstitutionCode(" １０２100099996")
                .build();
        Feedback.Builder told = feedback();
        told.getOutflowsBuilder(0).setPayee(written);
        told.getInflowsBuilder(0).setPayer(written);

        var read = FeedbackWire.parse(told.build());

        AccountRef.Key account = new AccountRef.Key("102100099996", "6222020000000000018");
        assertThat(read.bookings().outflows().get(0).payee())
                .map(AccountRef::key)
                .contains(account);
        assertThat(read.bookings().inflows().get(0).payer())
                .map(AccountRef::key)
                .contains(account);
    }
}
