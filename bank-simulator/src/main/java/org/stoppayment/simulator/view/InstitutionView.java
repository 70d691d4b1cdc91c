package org.stoppayment.simulator.view;

import java.net.URI;
import java.util.List;
import org.stoppayment.simulator.behaviour.Fault;
import org.stoppayment.simulator.behaviour.Mode;

/**
 * An institution as it stands.
 *
 * @param code 12-digit bank number, or Z and 13 digits
 * @param name as in the registry
 * @param endpoint where it listens
 * @param mode how it answers
 * @param responseMillis after how long, [least, most]
 * @param open whether every account number is taken to exist
 * @param fault what is wrong with it
 * @param counters what happened there
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
     * Counted since the start, or since all was forgotten.
     *
     * @param arrivals orders that arrived, every attempt
     * @param effects orders that changed the books
     * @param inquiries inquiries that arrived
     * @param refused messages refused: signature, form, or an application id used for something else
     * @param stopsRefusedAsLive stops answered 1301 because a stop of ours was live
     * @param callbacksSent callbacks sent, every attempt
     * @param callbacksAcknowledged callbacks answered 204
     * @param callbacksGivenUp callbacks that were never answered 204
     */
    public record Counts(
            long arrivals,
            long effects,
            long inquiries,
            long refused,
            long stopsRefusedAsLive,
            long callbacksSent,
            long callbacksAcknowledged,
            long callbacksGivenUp) {}
}
