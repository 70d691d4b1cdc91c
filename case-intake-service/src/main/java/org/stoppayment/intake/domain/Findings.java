package org.stoppayment.intake.domain;

import java.util.ArrayList;
import java.util.List;
import org.stoppayment.kernel.ServiceException;
import org.stoppayment.kernel.Violation;

/** What an examination found: reasons to refuse, and things that the operator should put right. All at once. */
public final class Findings {

    private final List<Violation> refusals = new ArrayList<>();
    private final List<Violation> warnings = new ArrayList<>();

    /** A reason to refuse. */
    public void refuse(String field, String code, String description) {
        refusals.add(new Violation(field, code, description));
    }

    /** Something to put right. */
    public void warn(String field, String code, String description) {
        warnings.add(new Violation(field, code, description));
    }

    /** Reasons to refuse that somebody else found. */
    public void refuseAll(List<Violation> others) {
        refusals.addAll(others);
    }

    /** Things to put right that somebody else found. */
    public void warnAll(List<Violation> others) {
        warnings.addAll(others);
    }

    /** What to put right; throws {@link ServiceException.InvalidInput} with every reason when there is one to refuse. */
    public List<Violation> warningsOrRefuse() {
        if (!refusals.isEmpty()) {
            throw new ServiceException.InvalidInput(refusals);
        }
        return List.copyOf(warnings);
    }
}
