package org.stoppayment.gateway.queries.domain;

import java.util.List;

/**
 * A page of the accounts of a holder at one institution.
 *
 * @param accounts the accounts that can be read, the one that was asked about included
 * @param nextPageToken asks for the next page; empty on the last one
 */
public record HolderAccounts(List<HolderAccount> accounts, String nextPageToken) {

    /** Nothing of it can be read. */
    public static final HolderAccounts UNKNOWN = new HolderAccounts(List.of(), "");

    public HolderAccounts {
        accounts = List.copyOf(accounts);
    }
}
