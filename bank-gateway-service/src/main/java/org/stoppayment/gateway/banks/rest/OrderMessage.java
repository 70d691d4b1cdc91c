package org.stoppayment.gateway.banks.rest;

import org.stoppayment.gateway.orders.domain.ExtensionOrder;
import org.stoppayment.gateway.orders.domain.LiftOrder;
import org.stoppayment.gateway.orders.domain.Order;
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
        return new OrderMessage("/v1/lifts", OrderJson.of((LiftOrder) order));
    }
}
