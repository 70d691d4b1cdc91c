package org.stoppayment.cli.command.refund.form;

import org.stoppayment.cli.command.view.DecisionTable;
import org.stoppayment.cli.output.Console;
import org.stoppayment.cli.output.Console.Tone;
import org.stoppayment.cli.output.Table;
import org.stoppayment.proto.recovery.v1.ListRefundFormsResponse;
import org.stoppayment.proto.recovery.v1.RefundForm;
import org.stoppayment.proto.recovery.v1.RefundFormName;
import org.stoppayment.proto.recovery.v1.RefundFormOption;

/** Prints which forms can be made, and which were. Masking is up to the caller. */
final class FormView {

    private final Console console;

    FormView(Console console) {
        this.console = console;
    }

    void print(ListRefundFormsResponse forms) {
        Table options =
                new Table(console.text(FormText.FORM), console.text(FormText.OF), console.text(FormText.CAN_BE_MADE));
        for (RefundFormOption option : forms.getOptionsList()) {
            options.row(
                    console.vocabulary().value(option.getName().getKind()), of(option.getName()), canBeMade(option));
        }
        console.print(options.render(console));
        console.print("");
        console.print(forms.getMadeCount() == 0 ? console.text(FormText.NOTHING_MADE) : made(forms));
    }

    private String canBeMade(RefundFormOption option) {
        return option.getRefusal().isEmpty()
                ? console.toned(Tone.GOOD, console.text(FormText.YES))
                : console.toned(Tone.WARNING, console.vocabulary().reason(option.getRefusal()));
    }

    private String made(ListRefundFormsResponse forms) {
        Table made = new Table(
                console.text(FormText.FORM),
                console.text(FormText.OF),
                console.text(FormText.VERSION),
                console.text(FormText.PAGES),
                console.text(FormText.MADE_AT),
                console.text(FormText.MADE_BY),
                console.text(FormText.DIGEST));
        for (RefundForm form : forms.getMadeList()) {
            made.row(
                    console.vocabulary().value(form.getName().getKind()),
                    of(form.getName()),
                    Integer.toString(form.getVersion()),
                    Integer.toString(form.getPages()),
                    console.moment(form.getMadeAt()),
                    DecisionTable.officer(console, form.getMadeBy()),
                    form.getIsApprovedDocument()
                            ? console.text(FormText.APPROVED_FILE, form.getDigest())
                            : form.getDigest());
        }
        return made.render(console);
    }

    /** The case of a victim, or an institution. */
    private String of(RefundFormName name) {
        if (!name.getCaseId().isEmpty()) {
            return name.getCaseId();
        }
        return name.getInstitutionCode().isEmpty() ? "-" : console.vocabulary().institution(name.getInstitutionCode());
    }
}
