package org.stoppayment.simulator;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import org.stoppayment.kernel.SystemTime;
import org.stoppayment.kernel.ids.Ids;
import org.stoppayment.simulator.wire.Query;

/** Orders for tests. */
final class Orders {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Ids IDS = new Ids(SystemTime.SOURCE);

    private Orders() {}

    static ObjectNode stop(String institutionCode, String number, String name) {
        ObjectNode order = common(institutionCode, number);
        ((ObjectNode) order.path("account")).put("name", name);
        order.putArray("transfers");
        order.put("protective", false);
        return order;
    }

    static ObjectNode listing(ObjectNode order, Long amountFen, String transferredAt, String serial) {
        ObjectNode transfer = order.withArray("transfers").addObject();
        if (amountFen != null) {
            transfer.put("amountFen", amountFen);
        }
        if (transferredAt != null) {
            transfer.put("transferredAt", transferredAt);
        }
        if (serial != null) {
            transfer.put("serial", serial);
        }
        return order;
    }

    static ObjectNode protective(ObjectNode order) {
        return order.put("protective", true);
    }

    static ObjectNode lift(ObjectNode stop) {
        ObjectNode order = common(
                stop.path("account").path("institutionCode").textValue(),
                stop.path("account").path("number").textValue());
        return order.put("originalApplicationId", id(stop));
    }

    static ObjectNode extension(ObjectNode stop) {
        return lift(stop).put("expiresAt", "2026-01-03T00:00:00Z");
    }

    /** A freeze of this sum, or of the whole account when there is none. */
    static ObjectNode freeze(String institutionCode, String number, String name, Long limitFen, Instant expiresAt) {
        ObjectNode order = common(institutionCode, number);
        ((ObjectNode) order.path("account")).put("name", name);
        order.put("mode", limitFen == null ? "FULL" : "LIMITED");
        if (limitFen != null) {
            order.put("amountFen", limitFen);
        }
        order.put("reason", "FAKE_LOAN");
        order.put("expiresAt", expiresAt.toString());
        return withLegalBasis(order);
    }

    /** This freeze, taking over from a stop of its case. */
    static ObjectNode takingOver(ObjectNode freeze, ObjectNode stop) {
        return freeze.put("stopApplicationId", id(stop))
                .put("caseId", stop.path("caseId").textValue());
    }

    static ObjectNode renewal(ObjectNode freeze, Instant expiresAt) {
        return freezeLift(freeze).put("expiresAt", expiresAt.toString());
    }

    static ObjectNode freezeLift(ObjectNode freeze) {
        return withLegalBasis(lift(freeze));
    }

    static ObjectNode change(ObjectNode freeze, long limitFen) {
        return freezeLift(freeze).put("amountFen", limitFen);
    }

    /** A refund of this sum out of a freeze. */
    static ObjectNode refund(ObjectNode freeze, String payeeInstitution, String payee, String name, long amountFen) {
        ObjectNode order = common(
                freeze.path("account").path("institutionCode").textValue(),
                freeze.path("account").path("number").textValue());
        order.put("freezeApplicationId", id(freeze));
        order.putObject("payee")
                .put("institutionCode", payeeInstitution)
                .put("number", payee)
                .put("name", name);
        order.put("amountFen", amountFen);
        order.put("planId", IDS.next().toString());
        order.put("planDigest", "1".repeat(64));
        return withLegalBasis(order);
    }

    /** A query, before the case is filed, without the fields of its kind. */
    static ObjectNode query(Query.Kind kind, String institutionCode, String number, String name) {
        ObjectNode query = common(institutionCode, number);
        ((ObjectNode) query.path("account")).put("name", name);
        query.put("kind", kind.name()).put("reason", "FAKE_LOAN");
        query.putObject("emergency").put("organisation", "110 desk");
        query.putObject("operator").put("organisation", "anti-fraud centre").put("badgeNumber", "100234");
        return query;
    }

    private static ObjectNode withLegalBasis(ObjectNode order) {
        ObjectNode basis = order.putObject("legalBasis");
        basis.put("filingNumber", "2026-01234");
        basis.put("organisation", "city police");
        basis.put("documentDigest", "0".repeat(64));
        basis.putObject("approver")
                .put("organisation", "city police")
                .put("badgeNumber", "000123")
                .put("level", "COUNTY");
        return order;
    }

    static ObjectNode again(ObjectNode order) {
        return order.deepCopy().put("applicationId", IDS.next().toString());
    }

    static String id(ObjectNode order) {
        return order.path("applicationId").textValue();
    }

    private static ObjectNode common(String institutionCode, String number) {
        ObjectNode order = JSON.createObjectNode();
        order.put("applicationId", IDS.next().toString());
        order.put("caseId", IDS.next().toString());
        order.putObject("account").put("institutionCode", institutionCode).put("number", number);
        order.put("appliedAt", "2026-01-01T00:00:00Z");
        return order;
    }
}
