package org.stoppayment.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.stoppayment.simulator.wire.Query;

/** The mule, whose balance is CNY 100,000 of CNY 140,000, and queries about its account. */
abstract class QueryTestBase extends SimulatorTest {

    protected static final String HOLDER = "卡主甲";
    private static final String LONG_AGO = "2020-01-01T00:00:00Z";

    protected String world = "";

    @BeforeEach
    void loadMule() {
        world = mule();
    }

    protected static ObjectNode query(Query.Kind kind) {
        return Orders.query(kind, ABC, MULE_NUMBER, HOLDER);
    }

    protected static ObjectNode transactions() {
        return query(Query.Kind.TRANSACTIONS).put("since", LONG_AGO);
    }

    /** A watch for this long. */
    protected static ObjectNode watch(Duration time) {
        Instant until = CLOCK.instant().plus(time);
        return query(Query.Kind.WATCH).put("until", until.toString());
    }

    protected static ObjectNode watchEnd(ObjectNode watch) {
        return query(Query.Kind.WATCH_END).put("originalApplicationId", Orders.id(watch));
    }

    /** Sends with the institution's time. */
    protected static GatewayClient.Answer sendNow(ObjectNode query) {
        return client.sendAt(CLOCK.instant(), query);
    }

    protected static GatewayClient.Answer inquireNow(ObjectNode query) {
        return client.inquireQuery(CLOCK.instant(), ABC, Orders.id(query));
    }

    protected static List<JsonNode> elements(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false).toList();
    }

    protected static List<String> texts(JsonNode array, String field) {
        return elements(array).stream()
                .map(element -> element.path(field).asText())
                .toList();
    }

    /** The reports that were called back about a watch. */
    protected static List<JsonNode> reports(ObjectNode watch) {
        return gateway.received(Orders.id(watch)).stream()
                .map(received -> received.feedback().path("report"))
                .filter(JsonNode::isObject)
                .toList();
    }

    /** The mule withdraws all that it can. */
    protected void withdrawAll() {
        simulator.startWorld(world, CLOCK.instant().plus(Duration.ofMinutes(1)));
        CLOCK.advance(Duration.ofMinutes(2));
        simulator.makeDueMoves();
    }
}
