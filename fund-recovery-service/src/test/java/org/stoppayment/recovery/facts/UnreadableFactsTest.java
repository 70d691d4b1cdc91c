package org.stoppayment.recovery.facts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.stoppayment.recovery.testkit.FactEvents.account;
import static org.stoppayment.recovery.testkit.FactEvents.balance;
import static org.stoppayment.recovery.testkit.FactEvents.bookings;
import static org.stoppayment.recovery.testkit.FactEvents.event;
import static org.stoppayment.recovery.testkit.FactEvents.filed;
import static org.stoppayment.recovery.testkit.FactEvents.paid;
import static org.stoppayment.recovery.testkit.FactEvents.reported;
import static org.stoppayment.recovery.testkit.FactEvents.stop;
import static org.stoppayment.recovery.testkit.FactEvents.transfer;
import static org.stoppayment.recovery.testkit.FactEvents.transfers;
import static org.stoppayment.recovery.testkit.Moves.newId;

import com.google.protobuf.ByteString;
import com.google.protobuf.Message;
import com.google.protobuf.Timestamp;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.stoppayment.kit.testing.ProxiedPostgresResource;
import org.stoppayment.kit.testing.TcpProxy;
import org.stoppayment.proto.common.v1.Account;
import org.stoppayment.proto.common.v1.DeliverEventsResponse;
import org.stoppayment.proto.common.v1.Event;
import org.stoppayment.proto.common.v1.RejectedEvent;
import org.stoppayment.proto.common.v1.Transfer;
import org.stoppayment.recovery.testkit.Books;
import org.stoppayment.recovery.testkit.RecoveryClient;

/** Facts that the database would refuse are rejected one by one, with the field, its value and what was expected. */
@QuarkusTest
@QuarkusTestResource(ProxiedPostgresResource.class)
class UnreadableFactsTest {

    private static final String ID = newId();
    private static final Account MULE = account("6222020200112233455");
    private static final Timestamp IMPOSSIBLE =
            Timestamp.newBuilder().setSeconds(Long.MAX_VALUE).build();

    TcpProxy link;

    private RecoveryClient client;

    @BeforeEach
    void connect() {
        client = new RecoveryClient();
    }

    @AfterEach
    void disconnect() {
        client.close();
    }

    static Stream<Arguments> unreadable() {
        return Stream.of(
                arguments("caseId: 1 characters (expected: a UUID)", transfers("x", transfer(ID, MULE))),
                arguments("transfers: 0 entries (expected: 1..500)", transfers(ID)),
                arguments(
                        "victimName: U+0000 (",
                        transfers(ID, transfer(ID, MULE)).setVictimName("\0")),
                arguments("transfers[0].transferId: 0 characters (", transfers(ID, transfer("", MULE))),
                arguments(
                        "transfers[0].revision: 0 (expected: 1..2^31-1)",
                        transfers(ID, transfer(ID, MULE).setRevision(0))),
                arguments(
                        "transfers[0].transfer.payee.number: none (",
                        transfers(ID, transfer(ID, MULE).setTransfer(Transfer.getDefaultInstance()))),
                arguments(
                        "transfers[0].transfer.amountFen: 0 (expected: 1..10^13)",
                        transfers(
                                ID,
                                transfer(ID, MULE)
                                        .setTransfer(Transfer.newBuilder()
                                                .setPayee(MULE)
                                                .setAmountFen(0)))),
                arguments(
                        "transfers[0].transfer.transferredAt: 9223372036854775807 s (",
                        transfers(
                                ID,
                                transfer(ID, MULE)
                                        .setTransfer(Transfer.newBuilder()
                                                .setPayee(MULE)
                                                .setTransferredAt(IMPOSSIBLE)))),
                arguments(
                        "transfers[0].correctsTransferId: 1 characters (",
                        transfers(ID, transfer(ID, MULE).setCorrectsTransferId("x"))),
                arguments(
                        "transfers[0].duplicateOfTransferId: 1 characters (",
                        transfers(ID, transfer(ID, MULE).setDuplicateOfTransferId("x"))),
                arguments("account.number: none (", bookings(Account.getDefaultInstance(), paid("S", MULE))),
                arguments(
                        "account.number: 201 characters (expected: at most 200 characters)",
                        bookings(account("9".repeat(201)), paid("S", MULE))),
                arguments("bookings: 0 entries (expected: 1..500)", bookings(MULE)),
                arguments(
                        "bookings[1].direction: FACT_DIRECTION_UNSPECIFIED (",
                        bookings(MULE, paid("S", MULE), paid("S", MULE).setDirectionValue(0))),
                arguments(
                        "bookings[0].direction: UNRECOGNIZED (",
                        bookings(MULE, paid("S", MULE).setDirectionValue(9))),
                arguments("bookings[0].serial: 201 characters (", bookings(MULE, paid("9".repeat(201), MULE))),
                arguments(
                        "bookings[0].ordinal: 0 (",
                        bookings(MULE, paid("S", MULE).setOrdinal(0))),
                arguments(
                        "bookings[0].revision: -1 (",
                        bookings(MULE, paid("S", MULE).setRevision(-1))),
                arguments(
                        "bookings[0].kind: FACT_KIND_UNSPECIFIED (",
                        bookings(MULE, paid("S", MULE).setKindValue(0))),
                arguments(
                        "bookings[0].amountFen: 10000000000001 (",
                        bookings(MULE, paid("S", MULE).setAmountFen(10_000_000_000_001L))),
                arguments(
                        "bookings[0].bookedAt: none (",
                        bookings(MULE, paid("S", MULE).clearBookedAt())),
                arguments(
                        "bookings[0].counterparty.name: U+0000 (",
                        bookings(MULE, paid("S", MULE.toBuilder().setName("\0").build()))),
                arguments("applicationId: 0 characters (", balance("", MULE)),
                arguments("revision: 0 (", balance(ID, MULE).setRevision(0)),
                arguments(
                        "balanceFen: -1 (expected: 0..10^13)", balance(ID, MULE).setBalanceFen(-1)),
                arguments("asOf: none (", balance(ID, MULE).clearAsOf()),
                arguments("openingFen: -1 (", balance(ID, MULE).setOpeningFen(-1)),
                arguments("since: 9223372036854775807 s (", balance(ID, MULE).setSince(IMPOSSIBLE)),
                arguments("holdId: 1 characters (", stop("x", ID, MULE)),
                arguments("caseId: 1 characters (", stop(ID, "x", MULE)),
                arguments(
                        "measure: HOLD_MEASURE_UNSPECIFIED (",
                        stop(ID, ID, MULE).setMeasureValue(0)),
                arguments("heldFen: -1 (", stop(ID, ID, MULE).setHeldFen(-1)),
                arguments("beganAt: none (", stop(ID, ID, MULE).clearBeganAt()),
                arguments("expiresAt: none (", stop(ID, ID, MULE).clearExpiresAt()),
                arguments("approvalLevel: UNRECOGNIZED (", stop(ID, ID, MULE).setApprovalLevelValue(9)),
                arguments("caseId: 1 characters (", filed("x")),
                arguments("revision: 0 (", filed(ID).setRevision(0)),
                arguments("filingNumber: none (", filed(ID).setFilingNumber("")),
                arguments("filingOrganisation: U+0000 (", filed(ID).setFilingOrganisation("\0")),
                arguments("filedAt: none (", filed(ID).clearFiledAt()),
                arguments("receivedAt: 9223372036854775807 s (", reported(ID).setReceivedAt(IMPOSSIBLE)),
                arguments("fraudType: 201 characters (", reported(ID).setFraudType("X".repeat(201))),
                arguments("organisation: U+0000 (", reported(ID).setOrganisation("\0")));
    }

    private static Arguments arguments(String reason, Message.Builder message) {
        return Arguments.of(reason, event(message.build()));
    }

    @ParameterizedTest
    @MethodSource("unreadable")
    void whatCanNeverBeKeptIsRejectedAndKeepsNothingElseBack(String reason, Event event) {
        String good = newId();

        DeliverEventsResponse response = client.deliver(
                event,
                event(balance(good, MULE).build()),
                event.toBuilder().setData(ByteString.copyFromUtf8("x")).build());

        assertThat(response.getRejectedList())
                .hasSize(2)
                .extracting(RejectedEvent::getReason)
                .anySatisfy(told -> assertThat(told)
                        .startsWith(reason)
                        .contains("(expected: ")
                        .doesNotContain("6222020200112233455", "Wang"))
                .anySatisfy(told -> assertThat(told).startsWith("data: 1 bytes (expected: stoppayment.freeze.v1."));
        assertThat(new Books(link).number("SELECT count(*) FROM balance WHERE application_id = '" + good + "'"))
                .isOne();
    }
}
