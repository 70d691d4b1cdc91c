package org.stoppayment.simulator.ledger;

/** What the simulator knows about the accounts of the institution that a refund is paid to. */
public enum PayeeBank {
    /** It is simulated: only its accounts exist, and those that paid into one. */
    SIMULATED,
    /** It is simulated, and every account number exists there. */
    OPEN,
    /** It is not simulated: what is paid there arrives. */
    ELSEWHERE
}
