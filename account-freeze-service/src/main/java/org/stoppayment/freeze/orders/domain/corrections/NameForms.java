package org.stoppayment.freeze.orders.domain.corrections;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.stoppayment.freeze.orders.domain.corrections.CorrectionProposal.Reason;

/**
 * The forms in which institutions keep names that people type otherwise: {@code ·} in names of minorities (阿依古丽·买买提), half-width
 * brackets in names of companies, simplified characters. A name that reads so already has no other form.
 */
public final class NameForms {

    /** A dot between Chinese characters; in {@code Dr. Wang} and {@code No.1} it is not one of a name. */
    private static final Pattern DOT = Pattern.compile("(?<=\\p{IsHan})[.•・](?=\\p{IsHan})");

    private final List<Change> changes;

    private record Change(Reason reason, UnaryOperator<String> form) {}

    /** @param simplified writes traditional characters in their simplified form */
    public NameForms(UnaryOperator<String> simplified) {
        changes = List.of(
                new Change(Reason.MIDDLE_DOT, text -> DOT.matcher(text).replaceAll("·")),
                new Change(Reason.HALF_WIDTH_BRACKETS, text -> text.replace('（', '(')
                        .replace('）', ')')),
                new Change(Reason.SIMPLIFIED_CHARACTERS, simplified));
    }

    /**
     * Other forms of a name, each with what was changed; the likeliest first, which has all changes.
     *
     * @param name as the order has it
     */
    public Map<String, List<Reason>> of(String name) {
        List<Change> made = new ArrayList<>();
        String changed = name;
        for (Change change : changes) {
            String next = change.form().apply(changed);
            if (!next.equals(changed)) {
                made.add(change);
                changed = next;
            }
        }
        Map<String, List<Reason>> forms = new LinkedHashMap<>();
        if (!made.isEmpty()) {
            forms.put(changed, made.stream().map(Change::reason).toList());
        }
        if (made.size() > 1) {
            made.forEach(one -> forms.putIfAbsent(one.form().apply(name), List.of(one.reason())));
        }
        return forms;
    }
}
