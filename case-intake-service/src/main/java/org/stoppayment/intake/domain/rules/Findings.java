package org.stoppayment.intake.domain.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.stoppayment.kernel.ServiceException;
import org.stoppayment.kernel.ServiceException.InvalidInput.Hint;
import org.stoppayment.kernel.Violation;

/** The result of a validation: all reasons to refuse, and all warnings for the operator. */
public final class Findings {

    private final List<Violation> refusals = new ArrayList<>();
    private final List<Violation> warnings = new ArrayList<>();
    private Optional<Hint> hint = Optional.empty();

    /** Adds a reason to refuse. */
    public void refuse(String field, String code, String description) {
        refusals.add(new Violation(field, code, description));
    }

    /** Adds a reason to refuse with what helps to put it right; the first such hint counts. */
    public void refuse(String field, String code, String description, String hintKey, String hintValue) {
        refuse(field, code, description);
        hint = hint.or(() -> Optional.of(new Hint(code, hintKey, hintValue)));
    }

    /** Adds a warning. */
    public void warn(String field, String code, String description) {
        warnings.add(new Violation(field, code, description));
    }

    /** Adds a warning when a value has more than {@code max} characters. */
    public void warnIfTooLong(String field, String value, int max) {
        if (value.length() > max) {
            warn(field, "TOO_LONG", "value: " + value.length() + " characters (expected: at most " + max + ")");
        }
    }

    /** Adds reasons to refuse that were found elsewhere. */
    public void refuseAll(List<Violation> others) {
        refusals.addAll(others);
    }

    /** Adds warnings that were found elsewhere. */
    public void warnAll(List<Violation> others) {
        warnings.addAll(others);
    }

    /** The warnings; throws {@link ServiceException.InvalidInput} with all reasons to refuse when there are any. */
    public List<Violation> warningsOrRefuse() {
        if (!refusals.isEmpty()) {
            throw new ServiceException.InvalidInput(refusals, hint);
        }
        return List.copyOf(warnings);
    }
}
