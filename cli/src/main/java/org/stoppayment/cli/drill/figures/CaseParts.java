package org.stoppayment.cli.drill.figures;

import java.util.List;
import java.util.function.Predicate;
import org.stoppayment.cli.drill.accounting.CaseResult;
import org.stoppayment.cli.drill.accounting.MoneyPart;

/** A case and the parts of its money. */
record CaseParts(CaseResult result, List<MoneyPart> parts) {

    long fen(Predicate<MoneyPart> which) {
        return fen(parts, which);
    }

    /** The sum of the selected parts, in fen. */
    static long fen(List<MoneyPart> parts, Predicate<MoneyPart> which) {
        return parts.stream().filter(which).mapToLong(MoneyPart::fen).reduce(0, Math::addExact);
    }
}
