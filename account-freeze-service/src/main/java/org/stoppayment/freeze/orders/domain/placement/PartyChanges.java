package org.stoppayment.freeze.orders.domain.placement;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.stoppayment.freeze.orders.domain.placement.Placement.ChangedPayer;
import org.stoppayment.freeze.parties.domain.CaseParties;
import org.stoppayment.freeze.parties.domain.TransferParties;
import org.stoppayment.freeze.parties.domain.VictimSide;
import org.stoppayment.freeze.shared.domain.AccountRef;
import org.stoppayment.kernel.ids.TransferId;

/** What a report changes in the parties of its case. */
public final class PartyChanges {

    private final CaseParties earlier;
    private final CaseParties known;
    private final VictimSide before;
    private final VictimSide after;

    /**
     * The changes.
     *
     * @param earlier the parties before the report
     * @param known the parties once it counts
     */
    public PartyChanges(CaseParties earlier, CaseParties known) {
        this.earlier = earlier;
        this.known = known;
        this.before = new VictimSide(earlier);
        this.after = new VictimSide(known);
    }

    /** The victim's side before the report. */
    public VictimSide before() {
        return before;
    }

    /** The victim's side once the report counts. */
    public VictimSide after() {
        return after;
    }

    /** Accounts that become or cease to be payers, or of which it changes whose they are. */
    public List<ChangedPayer> payers() {
        Set<AccountRef.Key> was = earlier.payerKeys();
        Set<AccountRef.Key> is = known.payerKeys();
        return Stream.concat(was.stream(), is.stream())
                .distinct()
                .filter(payer ->
                        was.contains(payer) != is.contains(payer) || before.isVictims(payer) != after.isVictims(payer))
                .map(payer -> new ChangedPayer(payer, after.isVictims(payer)))
                .toList();
    }

    /** Payees of earlier transfers that become losses, or are losses no longer. */
    public List<AccountRef> reclassifiedPayees() {
        Set<TransferId> counting = Set.copyOf(
                known.counting().stream().map(TransferParties::transferId).toList());
        return earlier.counting().stream()
                .filter(transfer -> counting.contains(transfer.transferId())
                        && !transfer.payee().number().isEmpty()
                        && isLoss(before, transfer) != isLoss(after, transfer))
                .map(TransferParties::payee)
                .toList();
    }

    private static boolean isLoss(VictimSide side, TransferParties transfer) {
        return side.isLoss(transfer.payer().key(), transfer.payee().key());
    }
}
