package org.stoppayment.recovery.rules.file;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.stoppayment.formats.FieldReader;
import org.stoppayment.formats.FieldValue;
import org.stoppayment.formats.MalformedYamlException;
import org.stoppayment.formats.Yaml;
import org.stoppayment.kernel.Violation;
import org.stoppayment.kit.rules.RuleFile;
import org.stoppayment.kit.rules.RuleHead;
import org.stoppayment.kit.rules.UnusableRules;
import org.stoppayment.kit.rules.WrittenRules;
import org.stoppayment.recovery.rules.domain.WorkingCalendar;

/** The calendar of working days: from the configured file, else from the packaged one. */
@Singleton
class WorkingDaysFile {

    private static final String PACKAGED = "rules/cn-working-days.yaml";
    private static final int FIRST_YEAR = 2016; // that of the rules of the return of money
    private static final int LAST_YEAR = 2100;
    private static final String WEEKDAY_OR_ANY = "a day of the year";
    private static final String WEEKEND_DAY = "a Saturday or Sunday of the year";

    private final RefundRulesConfig config;

    WorkingDaysFile(RefundRulesConfig config) {
        this.config = config;
    }

    @Produces
    @Singleton
    WorkingCalendar calendar() {
        return RuleFile.find(config.workingDays(), PACKAGED, WorkingDaysFile::yaml)
                .rules();
    }

    /**
     * A calendar as written in a file, all or nothing.
     *
     * @throws UnusableRules with all violations
     */
    static WrittenRules<WorkingCalendar> yaml(String text, String where) {
        try {
            JsonNode document = Yaml.parse(text);
            FieldReader file = FieldReader.ofFile(document);
            file.allowOnly(Set.of("id", "version", "title", "years"));
            String name = RuleHead.id(file) + "/" + RuleHead.version(file);
            WorkingCalendar calendar = new WorkingCalendar(years(file));
            if (!file.violations().isEmpty()) {
                throw new UnusableRules(where, file.violations());
            }
            return new WrittenRules<>(name, calendar, document.toString());
        } catch (MalformedYamlException notYaml) {
            throw new UnusableRules(
                    where, List.of(new Violation("file", "NOT_YAML", String.valueOf(notYaml.getMessage()))));
        }
    }

    private static Map<Integer, WorkingCalendar.Year> years(FieldReader file) {
        Map<Integer, WorkingCalendar.Year> years = new HashMap<>();
        for (FieldReader announced : file.required("years").objects(LAST_YEAR - FIRST_YEAR)) {
            announced.allowOnly(Set.of("year", "source", "days_off", "days_worked"));
            announced.required("source").text(1, 200);
            FieldValue field = announced.required("year");
            Optional<Integer> year = field.wholeNumber(FIRST_YEAR, LAST_YEAR).map(Long::intValue);
            Set<LocalDate> daysOff = days(announced.required("days_off"), year, false);
            Set<LocalDate> daysWorked = days(announced.required("days_worked"), year, true);
            if (year.isPresent() && years.put(year.get(), new WorkingCalendar.Year(daysOff, daysWorked)) != null) {
                field.reject("DUPLICATE", "each year once");
            }
        }
        return years;
    }

    private static Set<LocalDate> days(FieldValue list, Optional<Integer> year, boolean isWeekend) {
        String expected = isWeekend ? WEEKEND_DAY : WEEKDAY_OR_ANY;
        Set<LocalDate> days = new HashSet<>();
        for (FieldValue element : list.elements()) {
            element.parse(expected + ", such as 2026-02-28", WorkingDaysFile::day)
                    .filter(day -> year.isEmpty()
                            || day.getYear() == year.get() && (!isWeekend || isWeekendDay(day))
                            || element.reject("OUT_OF_RANGE", expected).isPresent())
                    .ifPresent(days::add);
        }
        return days;
    }

    private static boolean isWeekendDay(LocalDate day) {
        return day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
    }

    private static Optional<LocalDate> day(String text) {
        try {
            return Optional.of(LocalDate.parse(text));
        } catch (DateTimeParseException notADay) {
            return Optional.empty();
        }
    }
}
