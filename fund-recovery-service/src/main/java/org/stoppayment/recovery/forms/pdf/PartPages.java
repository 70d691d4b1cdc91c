package org.stoppayment.recovery.forms.pdf;

import com.openhtmltopdf.pdfboxout.PagePosition;
import com.openhtmltopdf.render.Box;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** On which pages of a part its units stand. One that is higher than a page stands on several. */
final class PartPages {

    /** Ids of units. */
    static final Pattern IDS = Pattern.compile("u[0-9]+");

    private record Pages(int first, int last) {

        Pages and(Pages other) {
            return new Pages(Math.min(first, other.first), Math.max(last, other.last));
        }
    }

    private final Map<Integer, Pages> units = new TreeMap<>();

    private PartPages() {}

    /** The pages of the units that were found. */
    static PartPages of(List<PagePosition<Box>> positions) {
        PartPages pages = new PartPages();
        positions.forEach(position -> pages.units.merge(
                Integer.parseInt(position.getId().substring(1)),
                new Pages(position.getPageNo(), position.getPageNo()),
                Pages::and));
        return pages;
    }

    /** The first unit of a page, when none before it reaches into the page: from there on, it can be printed again. */
    OptionalInt firstOf(int page) {
        boolean isReached = units.values().stream().anyMatch(each -> each.first() < page && each.last() >= page);
        return isReached
                ? OptionalInt.empty()
                : units.entrySet().stream()
                        .filter(each -> each.getValue().first() == page)
                        .mapToInt(Map.Entry::getKey)
                        .min();
    }
}
