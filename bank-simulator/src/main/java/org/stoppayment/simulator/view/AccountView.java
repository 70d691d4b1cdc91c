package org.stoppayment.simulator.view;

/**
 * The current state of an account.
 *
 * @param institutionCode code of its institution
 * @param number its number
 * @param balanceFen balance in fen
 * @param stopped whether a stop is live
 * @param liveStops number of live stops; more than one would be an error
 * @param stops number of stops that took effect
 * @param stopsRefusedAsLive number of orders answered 1301 because a stop of ours was live; the suite should not send them
 * @param frozenFen sum that freezes hold, in fen
 * @param liveFreezes number of live freezes, waiting ones included
 * @param waitingFreezes number of live freezes that wait behind others
 */
public record AccountView(
        String institutionCode,
        String number,
        long balanceFen,
        boolean stopped,
        int liveStops,
        int stops,
        int stopsRefusedAsLive,
        long frozenFen,
        int liveFreezes,
        int waitingFreezes) {}
