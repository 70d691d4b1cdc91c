package org.stoppayment.cli.drill.run;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import org.stoppayment.cli.drill.plan.Ring;
import org.stoppayment.cli.drill.plan.Ring.Move;
import org.stoppayment.cli.drill.plan.Ring.Mule;
import org.stoppayment.cli.drill.plan.Ring.Payment;
import org.stoppayment.cli.output.Json;

/** The world of a ring, in the format of {@code cases/README.md}. */
final class RingWorld {

    private RingWorld() {}

    /**
     * The world of a ring whose first victim calls at {@code call}, without institutions: the drill configures those itself.
     */
    static JsonNode of(Ring ring, Instant call) {
        ObjectNode world = Json.MAPPER.createObjectNode();
        world.putArray("institutions");
        accounts(ring, world.putArray("accounts"));
        ArrayNode deposits = world.putArray("deposits");
        for (Payment payment : ring.payments()) {
            deposits.addObject()
                    .put("serial", payment.serial())
                    .put("from", ring.victim(payment.victim()).number())
                    .put("to", number(ring, payment.mule()))
                    .put("amountFen", Long.toString(payment.amountFen()))
                    .put("at", at(call, payment).toString());
        }
        ArrayNode moves = world.putArray("moves");
        ring.moves().forEach(move -> add(moves, ring, move));
        return world;
    }

    /** When the victim's payment was booked, in whole milliseconds. */
    static Instant at(Instant call, Payment payment) {
        return call.plusMillis(payment.atMillis()).truncatedTo(ChronoUnit.MILLIS);
    }

    private static void accounts(Ring ring, ArrayNode accounts) {
        Map<Integer, Long> deposited = new HashMap<>();
        ring.payments().forEach(payment -> deposited.merge(payment.mule(), payment.amountFen(), Math::addExact));
        for (int i = 0; i < ring.mules().size(); i++) {
            Mule mule = ring.mules().get(i);
            accounts.addObject()
                    .put("institutionCode", mule.account().institutionCode())
                    .put("number", mule.account().number())
                    .put("name", mule.account().name())
                    .put("kind", mule.account().kind())
                    .put("balanceFen", Long.toString(deposited.getOrDefault(i, 0L)));
        }
    }

    private static void add(ArrayNode moves, Ring ring, Move move) {
        ObjectNode node = moves.addObject()
                .put("afterSeconds", BigDecimal.valueOf(move.atMillis(), 3))
                .put("kind", move.kind().name())
                .put("from", number(ring, move.from()))
                .put("amountFen", Long.toString(move.amountFen()))
                .put("serial", move.serial());
        if (move.to() != null) {
            node.put("to", number(ring, move.to()));
        }
    }

    private static String number(Ring ring, int mule) {
        return ring.mules().get(mule).account().number();
    }
}
