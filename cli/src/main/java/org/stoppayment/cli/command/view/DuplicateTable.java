package org.stoppayment.cli.command.view;

import java.util.List;
import org.stoppayment.cli.output.Console;
import org.stoppayment.cli.output.Table;
import org.stoppayment.proto.freeze.v1.PossibleDuplicate;

/** Transfers that another case seems to report as well, as a table. */
public final class DuplicateTable {

    private DuplicateTable() {}

    /** A heading and one line for each transfer; empty when there is none. */
    public static String of(Console console, List<PossibleDuplicate> duplicates) {
        Table table = new Table(Heading.of(console, Heading.TRANSFER, Heading.OTHER_CASE, Heading.TRANSFER_THERE));
        duplicates.forEach(duplicate ->
                table.row(duplicate.getTransferId(), duplicate.getOtherCaseId(), duplicate.getOtherTransferId()));
        return table.isEmpty() ? "" : console.fitted(console.text(ViewText.DUPLICATES)) + "\n" + table.render(console);
    }
}
