package org.stoppayment.simulator.view;

import java.net.URI;
import java.util.List;
import org.stoppayment.simulator.behaviour.Fault;
import org.stoppayment.simulator.behaviour.Mode;

/**
 * The current state of an institution.
 *
 * @param code 12-digit bank number, or Z and 13 digits
 * @param name as in the registry
 * @param endpoint its base URL
 * @param mode how it answers
 * @param responseMillis range of response times, [min, max]
 * @param open whether every account number exists
 * @param fault its fault
 * @param counters its counters
 */
public record InstitutionView(
        String code,
        String name,
        URI endpoint,
        Mode mode,
        List<Integer> responseMillis,
        boolean open,
        Fault fault,
        Counts counters) {

    /**
     * Counted since the start or the last reset.
     *
     * @param arrivals orders that arrived, every attempt
     * @param effects orders that changed the books
     * @param queries queries that arrived, every attempt
     * @param inquiries inquiries that arrived
     * @param refused messages refused: wrong signature, invalid, or a reused application id
     * @param stopsRefusedAsLive stops answered 1301 because a stop of ours was live
     * @param callbacksSent callbacks sent, every attempt
     * @param callbacksAcknowledged callbacks answered 204
     * @param callbacksGivenUp callbacks that were never answered 204
     */
    public record Counts(
            long arrivals,
            long effects,
            long queries,
            long inquiries,
            long refused,
            long stopsRefusedAsLive,
            long callbacksSent,
            long callbacksAcknowledged,
            long callbacksGivenUp) {}
}
