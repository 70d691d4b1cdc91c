package org.stoppayment.intake.domain;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.stoppayment.intake.domain.Submission.IdentifiedTransfer;
import org.stoppayment.kernel.Violation;
import org.stoppayment.kernel.ids.TransferId;

/**
 * A warning of a case, and the transfer that it is about.
 *
 * @param warning as it was given, its path that of its report or supplement
 * @param transferId id of the transfer; empty when it is about something else
 */
public record CaseWarning(Violation warning, Optional<TransferId> transferId) {

    private static final Pattern OF_TRANSFER =
            Pattern.compile("(?<list>transfers|corrections)\\[(?<index>[0-9]{1,4})](\\..*)?");

    /** @param transfers those of its report or supplement: first its transfers, then its corrections */
    static CaseWarning of(Violation warning, List<IdentifiedTransfer> transfers) {
        Matcher path = OF_TRANSFER.matcher(warning.field());
        if (!path.matches()) {
            return new CaseWarning(warning, Optional.empty());
        }
        boolean ofCorrection = path.group("list").equals("corrections");
        return new CaseWarning(
                warning,
                transfers.stream()
                        .filter(transfer -> transfer.corrects().isPresent() == ofCorrection)
                        .skip(Integer.parseInt(path.group("index")))
                        .findFirst()
                        .map(IdentifiedTransfer::transferId));
    }
}
