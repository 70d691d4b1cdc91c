package org.stoppayment.freeze.parties.domain;

import java.util.List;

/**
 * What a case knows of its parties.
 *
 * @param victimName name of the victim, empty when not known
 * @param payers the accounts that it names as payers
 */
public record CaseParties(String victimName, List<NamedPayer> payers) {

    /** The parties without what only a report that arrives now names. */
    public CaseParties namedBefore() {
        return new CaseParties(
                victimName, payers.stream().filter(NamedPayer::namedBefore).toList());
    }

    /** What a case knows before its first report. */
    public static CaseParties ofNewCase(String victimName) {
        return new CaseParties(victimName, List.of());
    }
}
