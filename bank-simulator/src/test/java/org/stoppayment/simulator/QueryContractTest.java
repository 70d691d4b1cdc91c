package org.stoppayment.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.stoppayment.simulator.behaviour.MagicAccount;
import org.stoppayment.simulator.wire.Query;

/** Simulated institutions answer queries from their accounts and bookings. */
class QueryContractTest extends QueryTestBase {

    @Test
    void holderIsTheOneOfTheAccountAndStaysTheSame() {
        JsonNode holder = sendNow(query(Query.Kind.HOLDER)).json().path("holder");

        assertThat(holder.path("name").textValue()).isEqualTo(HOLDER);
        assertThat(holder.path("kind").textValue()).isEqualTo("BANK_PERSONAL");
        assertThat(holder.path("idDocumentNumber").textValue())
                .startsWith("3501")
                .contains("*");
        assertThat(holder.path("state").textValue()).isEqualTo("NORMAL");
        assertThat(sendNow(query(Query.Kind.HOLDER)).json().path("holder")).isEqualTo(holder);
    }

    @Test
    void balanceTellsWhatStopsAndFreezesHold() {
        client.send(Orders.freeze(
                ABC, MULE_NUMBER, HOLDER, 3_000_000L, CLOCK.instant().plus(FreezeTestBase.TERM)));

        JsonNode frozen = sendNow(query(Query.Kind.BALANCE)).json().path("balance");

        assertThat(frozen.path("balanceFen").longValue()).isEqualTo(10_000_000);
        assertThat(frozen.path("availableFen").longValue()).isEqualTo(7_000_000);
        assertThat(elements(frozen.path("holds"))).singleElement().satisfies(hold -> {
            assertThat(hold.path("kind").textValue()).isEqualTo("LIMITED_FREEZE");
            assertThat(hold.path("amountFen").longValue()).isEqualTo(3_000_000);
            assertThat(hold.path("authority").textValue()).isNotEmpty();
        });
    }

    @Test
    void stoppedAccountHasNothingAvailable() {
        client.send(stopMule());

        JsonNode stopped = sendNow(query(Query.Kind.BALANCE)).json().path("balance");

        assertThat(stopped.path("availableFen").longValue()).isZero();
        assertThat(texts(stopped.path("holds"), "kind")).containsExactly("STOP");
        assertThat(sendNow(query(Query.Kind.HOLDER)).json().at("/holder/state").textValue())
                .isEqualTo("STOPPED");
    }

    @Test
    void statementAddsUpToTheBalance() {
        GatewayClient.Answer answer = sendNow(transactions());

        JsonNode transactions = answer.json().path("transactions");
        assertThat(answer.json().path("complete").booleanValue()).isTrue();
        assertThat(answer.json().path("accountNumber").textValue()).isEqualTo(MULE_NUMBER);
        assertThat(transactions.path("openingBalanceFen").longValue()).isZero();
        assertThat(transactions.has("nextPageToken")).isFalse();
        assertThat(elements(transactions.path("bookings")))
                .extracting(
                        booking -> booking.path("serial").textValue(),
                        booking -> booking.path("direction").textValue(),
                        booking -> booking.path("kind").textValue(),
                        booking -> booking.path("amountFen").longValue(),
                        booking -> booking.path("balanceAfterFen").longValue())
                .containsExactly(
                        tuple("D-1", "IN", "TRANSFER", 14_000_000L, 14_000_000L),
                        tuple("M-1", "OUT", "TRANSFER", 4_000_000L, 10_000_000L));
        assertThat(transactions.at("/bookings/1/counterparty/name").textValue()).isEqualTo("卡主乙");
    }

    @Test
    void bookingsBeforeTheFirstMomentAreInTheOpeningBalance() {
        JsonNode transactions = sendNow(query(Query.Kind.TRANSACTIONS)
                        .put("since", CLOCK.instant().minusSeconds(3_600).toString()))
                .json()
                .path("transactions");

        assertThat(transactions.path("openingBalanceFen").longValue()).isEqualTo(14_000_000);
        assertThat(texts(transactions.path("bookings"), "serial")).containsExactly("M-1");
    }

    @Test
    void pagesTogetherHaveEveryBookingOnce() {
        String deposits = IntStream.range(0, 250)
                .mapToObj(i -> "{'serial': 'X-%d', 'to': '%s', 'amountFen': '100', 'at': '2023-01-01T00:00:00Z'}"
                        .formatted(i, MULE_NUMBER))
                .collect(Collectors.joining(","));
        load("{'institutions': [], 'accounts': [], 'deposits': [" + deposits + "]}");

        List<String> serials = new ArrayList<>();
        ObjectNode query = transactions();
        int pages = 0;
        while (query != null && pages < 10) {
            JsonNode page = sendNow(query).json().path("transactions");
            serials.addAll(texts(page.path("bookings"), "serial"));
            pages++;
            query = page.has("nextPageToken")
                    ? Orders.again(query)
                            .put("pageToken", page.path("nextPageToken").textValue())
                    : null;
        }

        assertThat(pages).isEqualTo(3);
        assertThat(serials).hasSize(252);
        assertThat(new HashSet<>(serials)).hasSize(252);
    }

    @Test
    void accountsAreThoseOfTheSameHolderAtTheInstitution() {
        load("""
                {'institutions': [], 'accounts': [
                 {'institutionCode': '103100000026', 'number': '6228480000000000133', 'name': '卡主甲', 'balanceFen': '700'},
                 {'institutionCode': '103100000026', 'number': '6228480000000000141', 'name': '卡主丙', 'balanceFen': '800'},
                 {'institutionCode': '105100000017', 'number': '6217000000000000236', 'name': '卡主甲', 'balanceFen': '900'}]}""");

        JsonNode accounts = sendNow(query(Query.Kind.ACCOUNTS)).json().at("/accounts/accounts");

        assertThat(texts(accounts, "number")).containsExactly(MULE_NUMBER, "6228480000000000133");
        assertThat(texts(accounts, "balanceFen")).containsExactly("10000000", "700");
    }

    @Test
    void otherNameAndUnknownAccountAreDeclined() {
        GatewayClient.Answer other = sendNow(Orders.query(Query.Kind.HOLDER, ABC, MULE_NUMBER, "somebody else"));
        ObjectNode unnamed = query(Query.Kind.HOLDER);
        ((ObjectNode) unnamed.path("account")).remove("name");

        assertThat(other.code()).isEqualTo("0301");
        assertThat(other.mismatched()).containsExactly("account.name");
        assertThat(other.json().has("holder")).isFalse();
        assertThat(sendNow(Orders.query(Query.Kind.HOLDER, ICBC, "6222020000000000927", HOLDER))
                        .code())
                .isEqualTo("0300");
        assertThat(sendNow(unnamed).code()).isEqualTo("0000");
    }

    @Test
    void magicAccountsAnswerQueriesToo() {
        assertThat(magic(MagicAccount.NAME_MISMATCH).code()).isEqualTo("0301");
        assertThat(magic(MagicAccount.NO_ACCOUNT).code()).isEqualTo("0300");
        assertThat(magic(MagicAccount.DUPLICATE_CALLBACK).status()).isEqualTo(202);
        JsonNode held = magic(MagicAccount.ALREADY_HELD).json().path("balance");
        assertThat(texts(held.path("holds"), "kind")).containsExactly("LIMITED_FREEZE");
    }

    private static GatewayClient.Answer magic(MagicAccount account) {
        return sendNow(Orders.query(Query.Kind.BALANCE, ICBC, account.number(), "anyone"));
    }
}
