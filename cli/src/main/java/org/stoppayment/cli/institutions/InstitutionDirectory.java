package org.stoppayment.cli.institutions;

import java.text.Normalizer;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.stoppayment.cli.text.EditDistance;
import org.stoppayment.proto.gateway.v1.Institution;

/** The institutions of the registry, by all the names that people use for them. */
final class InstitutionDirectory {

    private static final int MAX_EDITS = 2;
    private static final int MAX_SUGGESTIONS = 3;
    private static final String COUNTRY = "中国";
    private static final List<String> ENDINGS = List.of("股份有限公司", "银行", "行");

    private final List<Institution> institutions;

    InstitutionDirectory(List<Institution> institutions) {
        this.institutions = List.copyOf(institutions);
    }

    /** Its short name; empty when it has none or there is no such institution. */
    String shortName(String code) {
        return institutions.stream()
                .filter(each -> each.getCode().equals(code))
                .map(Institution::getShortName)
                .findFirst()
                .orElse("");
    }

    /** Those whose code or name this is: none or one, or several that have the same name. */
    List<Institution> named(String text) {
        String wanted = normalized(text);
        return institutions.stream()
                .filter(each -> names(each).anyMatch(wanted::equals))
                .toList();
    }

    /** At most three whose code or name is like this text, the likeliest first. */
    List<Institution> nearest(String text) {
        String wanted = normalized(text);
        return institutions.stream()
                .map(each -> new Candidate(each, distance(wanted, each)))
                .filter(candidate -> candidate.distance() < Integer.MAX_VALUE)
                .sorted(Comparator.comparingInt(Candidate::distance))
                .limit(MAX_SUGGESTIONS)
                .map(Candidate::institution)
                .toList();
    }

    /** Those with this text in a name or the code, or whose cards begin as it does; all for an empty text. */
    List<Institution> containing(String text) {
        String wanted = normalized(text);
        return institutions.stream()
                .filter(each -> names(each).anyMatch(name -> name.contains(wanted))
                        || each.getBinsList().stream().anyMatch(wanted::startsWith) && !wanted.isEmpty())
                .toList();
    }

    private record Candidate(Institution institution, int distance) {}

    /** Edits from one of its names, without what most names have; as large as can be when more than two, or than half, would change. */
    private static int distance(String wanted, Institution institution) {
        return names(institution)
                .mapToInt(name -> {
                    String one = stem(wanted);
                    String other = stem(name);
                    int edits = EditDistance.between(one, other);
                    int max = Math.min(MAX_EDITS, Math.max(one.length(), other.length()) / 2);
                    return edits <= max ? edits : Integer.MAX_VALUE;
                })
                .min()
                .orElse(Integer.MAX_VALUE);
    }

    /** Its code, and its names: in full, without the country, short, English. */
    private static Stream<String> names(Institution institution) {
        String name = normalized(institution.getName());
        return Stream.of(
                        normalized(institution.getCode()),
                        name,
                        withoutCountry(name),
                        normalized(institution.getShortName()),
                        normalized(institution.getEnglishName()))
                .filter(each -> !each.isEmpty());
    }

    /** 工商银行 for 中国工商银行; 中国银行 stays. */
    private static String withoutCountry(String name) {
        return name.startsWith(COUNTRY) && name.length() >= COUNTRY.length() + 4
                ? name.substring(COUNTRY.length())
                : name;
    }

    private static String stem(String name) {
        String stem = withoutCountry(name);
        for (String ending : ENDINGS) {
            if (stem.endsWith(ending) && stem.length() > ending.length()) {
                stem = stem.substring(0, stem.length() - ending.length());
            }
        }
        return stem;
    }

    /** Half-width, in small letters, without spaces. */
    private static String normalized(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC)
                .replaceAll("\\s", "")
                .toLowerCase(Locale.ROOT);
    }
}
