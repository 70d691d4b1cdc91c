package org.stoppayment.recovery.forms.pdf;

import org.stoppayment.recovery.forms.domain.Imprint;

/**
 * What stands at the end of a form: who made it, and what is to be filled in by hand.
 *
 * @param missing number of different characters that no font has
 */
public record ImprintForm(String formId, int version, String madeBy, String madeAt, int missing) {

    static ImprintForm of(Imprint imprint, int missing) {
        return new ImprintForm(
                imprint.formId().toString(),
                imprint.version(),
                imprint.madeBy().organisation() + " " + imprint.madeBy().badgeNumber(),
                FormWords.moment(imprint.madeAt()),
                missing);
    }
}
