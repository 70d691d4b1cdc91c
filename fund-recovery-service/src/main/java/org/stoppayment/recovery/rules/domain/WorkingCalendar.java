package org.stoppayment.recovery.rules.domain;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.stoppayment.kernel.LegalTerm;

/**
 * Working days in Asia/Shanghai: Monday to Friday, but for announced days off, and announced weekend days that are worked. In a year of
 * which nothing was announced they are Monday to Friday.
 *
 * @param years what was announced, by year
 */
public record WorkingCalendar(Map<Integer, Year> years) {

    private static final Set<DayOfWeek> WEEKEND = EnumSet.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY);

    /**
     * What was announced of a year.
     *
     * @param daysOff days off, weekends included or not
     * @param daysWorked Saturdays and Sundays that are worked
     */
    public record Year(Set<LocalDate> daysOff, Set<LocalDate> daysWorked) {

        /** A year of which nothing was announced. */
        static final Year UNKNOWN = new Year(Set.of(), Set.of());

        public Year {
            daysOff = Set.copyOf(daysOff);
            daysWorked = Set.copyOf(daysWorked);
        }
    }

    public WorkingCalendar {
        years = years.entrySet().stream().collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** True for a working day. */
    public boolean isWorkingDay(LocalDate day) {
        Year year = years.getOrDefault(day.getYear(), Year.UNKNOWN);
        return year.daysWorked().contains(day)
                || !WEEKEND.contains(day.getDayOfWeek()) && !year.daysOff().contains(day);
    }

    /** The day itself, if it is a working day, else the next one. */
    public LocalDate workingDayFrom(LocalDate day) {
        LocalDate found = day;
        while (!isWorkingDay(found)) {
            found = found.plusDays(1);
        }
        return found;
    }

    /** When a term of working days ends that begins at {@code begin}: the first is the next working day; the end is that of the last. */
    public Instant endOf(Instant begin, int workingDays) {
        LocalDate day = LocalDate.ofInstant(begin, LegalTerm.ZONE);
        for (int i = 0; i < workingDays; i++) {
            day = workingDayFrom(day.plusDays(1));
        }
        return endOf(day);
    }

    /** True when it is announced which days of the year are off. */
    public boolean knows(LocalDate day) {
        return years.containsKey(day.getYear());
    }

    private static Instant endOf(LocalDate day) {
        return day.plusDays(1).atStartOfDay(LegalTerm.ZONE).toInstant();
    }
}
