package org.stoppayment.simulator.view;

/**
 * An account as it stands.
 *
 * @param institutionCode who keeps it
 * @param number its number
 * @param balanceFen what is in it, in fen
 * @param stopped whether a stop is live
 * @param liveStops stops live at this moment; more than one would be a violation, and never happens
 * @param stops stops that ever took effect
 * @param stopsRefusedAsLive orders answered 1301 because a stop of ours was live: the suite should never have sent them
 */
public record AccountView(
        String institutionCode,
        String number,
        long balanceFen,
        boolean stopped,
        int liveStops,
        int stops,
        int stopsRefusedAsLive) {}
