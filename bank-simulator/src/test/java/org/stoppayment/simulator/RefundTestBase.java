package org.stoppayment.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.stoppayment.simulator.behaviour.MagicAccount;

/** The mule, whose balance is CNY 100,000, and refunds to a victim's account at another institution. */
abstract class RefundTestBase extends FreezeTestBase {

    static final String VICTIM = "6217000000000000228";
    static final String VICTIM_NAME = "卡主乙";
    /** What is on the victim's account before any refund. */
    static final long VICTIM_BALANCE = 4_000_000;

    /** A freeze of this sum, in effect. */
    protected static ObjectNode frozen(Long limitFen) {
        ObjectNode freeze = freeze(limitFen);
        sendNow(freeze);
        return freeze;
    }

    protected static ObjectNode refund(ObjectNode freeze, long amountFen) {
        return Orders.refund(freeze, CCB, VICTIM, VICTIM_NAME, amountFen);
    }

    protected static ObjectNode refundTo(MagicAccount payee, ObjectNode freeze, long amountFen) {
        return Orders.refund(freeze, CCB, payee.number(), "anyone", amountFen);
    }

    protected static JsonNode paid(GatewayClient.Answer answer) {
        return answer.json().path("refund");
    }

    protected static long amountFen(GatewayClient.Answer answer) {
        return paid(answer).path("amountFen").longValue();
    }

    protected static String receipt(GatewayClient.Answer answer) {
        return paid(answer).path("receiptId").asText();
    }
}
