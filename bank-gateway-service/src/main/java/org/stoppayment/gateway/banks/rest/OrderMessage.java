package org.stoppayment.gateway.banks.rest;

import org.stoppayment.gateway.orders.domain.ExtensionOrder;
import org.stoppayment.gateway.orders.domain.FreezeChange;
import org.stoppayment.gateway.orders.domain.FreezeLift;
import org.stoppayment.gateway.orders.domain.FreezeOrder;
import org.stoppayment.gateway.orders.domain.FreezeRenewal;
import org.stoppayment.gateway.orders.domain.LiftOrder;
import org.stoppayment.gateway.orders.domain.Order;
import org.stoppayment.gateway.orders.domain.Query;
import org.stoppayment.gateway.orders.domain.RefundOrder;
import org.stoppayment.gateway.orders.domain.StopOrder;

/**
 * An order in the form of the institution API.
 *
 * @param path the resource that takes it
 * @param body its JSON
 */
record OrderMessage(String path, byte[] body) {

    static OrderMessage of(Order order) {
        if (order instanceof StopOrder stop) {
            return new OrderMessage("/v1/stops", OrderJson.of(stop));
        }
        if (order instanceof ExtensionOrder extension) {
            return new OrderMessage("/v1/extensions", OrderJson.of(extension));
        }
        if (order instanceof LiftOrder lift) {
            return new OrderMessage("/v1/lifts", OrderJson.of(lift));
        }
        if (order instanceof FreezeOrder freeze) {
            return new OrderMessage("/v1/freezes", FreezeJson.of(freeze));
        }
        if (order instanceof FreezeRenewal renewal) {
            return new OrderMessage("/v1/freezes/renewals", FreezeJson.of(renewal));
        }
        if (order instanceof FreezeLift lift) {
            return new OrderMessage("/v1/freezes/lifts", FreezeJson.of(lift));
        }
        if (order instanceof FreezeChange change) {
            return new OrderMessage("/v1/freezes/changes", FreezeJson.of(change));
        }
        if (order instanceof RefundOrder refund) {
            return new OrderMessage("/v1/refunds", RefundJson.of(refund));
        }
        return new OrderMessage("/v1/queries", QueryJson.of((Query) order));
    }
}
