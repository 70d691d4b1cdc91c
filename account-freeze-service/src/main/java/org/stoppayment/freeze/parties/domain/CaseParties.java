package org.stoppayment.freeze.parties.domain;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.stoppayment.freeze.shared.domain.AccountRef;
import org.stoppayment.kernel.ids.TransferId;

/**
 * What a case knows of its parties. Who is a payer is decided here alone: an account that a transfer names as one, unless another
 * transfer corrects it.
 *
 * @param victimName name of the victim, empty when not known
 * @param transfers that its reports name, corrected ones included
 * @param facts what is known of its accounts beside them
 */
public record CaseParties(String victimName, List<TransferParties> transfers, List<AccountFacts> facts) {

    /** What a case knows before its first report. */
    public static final CaseParties NONE = new CaseParties("", List.of(), List.of());

    /**
     * The parties once a report counts as well.
     *
     * @param reportedName of the victim, empty when the report does not say
     * @param reported transfers of the report
     * @param corrected the transfers that it corrects
     */
    public CaseParties with(String reportedName, List<TransferParties> reported, Set<TransferId> corrected) {
        return new CaseParties(
                reportedName.isBlank() ? victimName : reportedName,
                Stream.concat(
                                transfers.stream()
                                        .map(transfer -> corrected.contains(transfer.transferId())
                                                ? transfer.corrected()
                                                : transfer),
                                reported.stream())
                        .toList(),
                facts);
    }

    /** The transfers that count. */
    public List<TransferParties> counting() {
        return transfers.stream().filter(transfer -> !transfer.isCorrected()).toList();
    }

    /** The accounts that transfers name as payers. */
    public Set<AccountRef.Key> payerKeys() {
        return keys(counting());
    }

    /** The payers of the transfers that count. */
    List<PayerFacts> payers() {
        return payersOf(counting());
    }

    /** The payers as if no transfer had ever been corrected. */
    List<PayerFacts> payersEverNamed() {
        return payersOf(transfers);
    }

    private List<PayerFacts> payersOf(List<TransferParties> named) {
        return keys(named).stream().map(key -> payer(key, named)).toList();
    }

    private static Set<AccountRef.Key> keys(List<TransferParties> named) {
        return named.stream()
                .filter(TransferParties::hasPayer)
                .map(transfer -> transfer.payer().key())
                .collect(Collectors.toUnmodifiableSet());
    }

    private PayerFacts payer(AccountRef.Key key, List<TransferParties> named) {
        Predicate<TransferParties> isPaidBy =
                transfer -> transfer.hasPayer() && transfer.payer().key().mayBe(key);
        List<TransferParties> into =
                named.stream().filter(transfer -> transfer.isInto(key)).toList();
        List<AccountFacts> known =
                facts.stream().filter(fact -> fact.account().mayBe(key)).toList();
        // A correction of its sum does not make a payer a later one.
        Instant namedAt = transfers.stream()
                .filter(isPaidBy)
                .map(TransferParties::reportedAt)
                .min(Instant::compareTo)
                .orElseThrow();
        boolean isTracedBefore =
                known.stream().flatMap(fact -> fact.tracedAt().stream()).anyMatch(at -> at.isBefore(namedAt));
        return new PayerFacts(
                key,
                // Placement and tracing both know them of accounts that received money, and of no others.
                into.isEmpty() && !isTracedBefore
                        ? Set.of()
                        : known.stream()
                                .flatMap(fact -> fact.toldNames().stream())
                                .collect(Collectors.toUnmodifiableSet()),
                Stream.concat(
                                named.stream().filter(isPaidBy).map(TransferParties::payer),
                                into.stream().map(TransferParties::payee))
                        .map(AccountRef::name)
                        .filter(name -> !name.isBlank())
                        .collect(Collectors.toUnmodifiableSet()),
                !into.isEmpty(),
                isTracedBefore);
    }
}
