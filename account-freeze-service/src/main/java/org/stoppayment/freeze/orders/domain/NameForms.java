package org.stoppayment.freeze.orders.domain;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.stoppayment.freeze.orders.domain.CorrectionProposal.Reason;

/**
 * The forms in which institutions keep names that people type otherwise: {@code ·} in names of minorities (阿依古丽·买买提), half-width
 * brackets in names of companies, simplified characters. A name that reads so already has no other form.
 */
public final class NameForms {

    /** A dot between Chinese characters; in {@code Dr. Wang} and {@code No.1} it is not one of a name. */
    private static final Pattern DOT = Pattern.compile("(?<=\\p{IsHan})[.•・](?=\\p{IsHan})");

    private final UnaryOperator<String> simplified;

    /** @param simplified writes traditional characters in their simplified form */
    public NameForms(UnaryOperator<String> simplified) {
        this.simplified = simplified;
    }

    /**
     * Other forms of a name, each with what was changed; the likeliest first, which has all changes.
     *
     * @param name as the order has it
     */
    public Map<String, List<Reason>> of(String name) {
        Map<Reason, UnaryOperator<String>> changes = new LinkedHashMap<>();
        changes.put(Reason.MIDDLE_DOT, text -> DOT.matcher(text).replaceAll("·"));
        changes.put(Reason.HALF_WIDTH_BRACKETS, text -> text.replace('（', '(').replace('）', ')'));
        changes.put(Reason.SIMPLIFIED_CHARACTERS, simplified);
        List<Reason> all = new ArrayList<>();
        String changed = name;
        for (Map.Entry<Reason, UnaryOperator<String>> change : changes.entrySet()) {
            String next = change.getValue().apply(changed);
            if (!next.equals(changed)) {
                all.add(change.getKey());
                changed = next;
            }
        }
        Map<String, List<Reason>> forms = new LinkedHashMap<>();
        if (!all.isEmpty()) {
            forms.put(changed, List.copyOf(all));
        }
        if (all.size() > 1) {
            all.forEach(one -> forms.putIfAbsent(changes.get(one).apply(name), List.of(one)));
        }
        return forms;
    }
}
