package org.stoppayment.system;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The words of docs/glossary.md that are not used, and the places in the code that the glossary and docs/architecture.md name.
 * Needs the JDK only, so that the pre-commit hook can run it without a build.
 */
final class WordList {

    private static final Path GLOSSARY = Path.of("docs", "glossary.md");
    private static final Path ARCHITECTURE = Path.of("docs", "architecture.md");
    private static final String WORDS_NOT_USED = "## Words not used";
    private static final Pattern CODE = Pattern.compile("`([^`]+)`");
    private static final Pattern PICTURE = Pattern.compile("```.*?```", Pattern.DOTALL);
    private static final Pattern QUOTED = Pattern.compile("\"([^\"]+)\"");

    /** Released migrations keep their words; the changelog says what was renamed; the glossary lists the words themselves. */
    private static final Set<Path> EXEMPT_FILES = Set.of(GLOSSARY, Path.of("CHANGELOG.md"));

    private static final Set<String> EXEMPT_FOLDERS = Set.of("target", "db", ".git", ".stoppay", "node_modules");
    private static final Pattern SCANNED = Pattern.compile(".*\\.(java|proto|md|sql|properties|yaml|html)");

    /** Between the words of a phrase: white space, and the marks of a comment where a line ends. */
    private static final String GAP = "\\s+(?:(?:\\*|//|#|--)\\s+)?";

    private static final Pattern CLASS = Pattern.compile("([A-Z]\\w*[a-z]\\w*)(\\.\\w+)*");
    private static final Pattern PATH = Pattern.compile("[\\w.-]+(/[\\w.-]+)*/[\\w.-]*");

    private final Path root;
    private final List<Word> words;
    private final List<Place> places;

    private record Word(String text, Pattern pattern) {}

    private record Place(Path document, String text) {
        @Override
        public String toString() {
            return document + ": " + text;
        }
    }

    private WordList(Path root, List<Word> words, List<Place> places) {
        this.root = root;
        this.words = words;
        this.places = places;
    }

    /** Reads the documents of the repository at {@code root}. */
    static WordList of(Path root) {
        String glossary = read(root.resolve(GLOSSARY));
        int table = glossary.indexOf(WORDS_NOT_USED);
        if (table < 0) {
            throw new IllegalStateException(GLOSSARY + ": no table (expected: \"" + WORDS_NOT_USED + "\")");
        }
        List<Word> words =
                cells(glossary.substring(table), 0).flatMap(WordList::words).toList();
        Stream<Place> ofTerms = cells(glossary.substring(0, table), 3)
                .flatMap(cell -> groups(CODE, cell))
                .map(place -> new Place(GLOSSARY, place));
        String architecture = PICTURE.matcher(read(root.resolve(ARCHITECTURE))).replaceAll("");
        Stream<Place> ofSteps = groups(CODE, architecture).map(place -> new Place(ARCHITECTURE, place));
        return new WordList(
                root, words, Stream.concat(ofTerms, ofSteps).distinct().toList());
    }

    /** The words that are not used, as the table has them. */
    List<String> words() {
        return words.stream().map(Word::text).toList();
    }

    /** Every use of a listed word in the repository: {@code file:line: word}. */
    List<String> uses() {
        return files().filter(file -> SCANNED.matcher(file.toString()).matches())
                .filter(file -> !EXEMPT_FILES.contains(file))
                .flatMap(file -> usesIn(file.toString(), read(root.resolve(file))).stream())
                .toList();
    }

    /** Every use of a listed word in {@code text}: {@code name:line: word}. */
    List<String> usesIn(String name, String text) {
        List<String> found = new ArrayList<>();
        for (Word word : words) {
            Matcher uses = word.pattern().matcher(text);
            while (uses.find()) {
                long line = text.substring(0, uses.start()).lines().count();
                found.add(name + ":" + Math.max(1, line) + ": " + word.text());
            }
        }
        return found.stream().distinct().toList();
    }

    /** Places that the documents name and that do not exist: classes, and files or folders by the end of their path. */
    List<String> missingPlaces() {
        List<String> files =
                files().map(file -> "/" + file.toString().replace('\\', '/')).toList();
        return places.stream()
                .filter(place -> !exists(place.text(), files))
                .map(Place::toString)
                .toList();
    }

    private static boolean exists(String place, List<String> files) {
        Matcher type = CLASS.matcher(place);
        if (type.matches()) {
            return files.stream().anyMatch(file -> file.endsWith("/" + type.group(1) + ".java"));
        }
        String path = "/" + place;
        return !PATH.matcher(place).matches()
                || files.stream()
                        .anyMatch(file -> file.endsWith(path) || file.contains(path.endsWith("/") ? path : path + "/"));
    }

    /** Files of the repository, relative to its root, in a fixed order. Exempt folders are not entered: they may change. */
    private Stream<Path> files() {
        List<Path> files = new ArrayList<>();
        try {
            Files.walkFileTree(root, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
                    return EXEMPT_FOLDERS.contains(folder.getFileName().toString())
                            ? FileVisitResult.SKIP_SUBTREE
                            : FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                    files.add(root.relativize(file));
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return files.stream().sorted();
    }

    private static Stream<Word> words(String cell) {
        return Stream.concat(
                groups(CODE, cell).map(code -> new Word(code, identifier(code))),
                groups(QUOTED, cell).map(phrase -> new Word(phrase, phrase(phrase))));
    }

    private static Pattern identifier(String code) {
        return code.endsWith("…")
                ? Pattern.compile("\\b" + Pattern.quote(code.substring(0, code.length() - 1)))
                : Pattern.compile("\\b" + Pattern.quote(code) + "(?![a-z0-9_])"); // finds FooTest by Foo, too
    }

    private static Pattern phrase(String phrase) {
        String words = Stream.of(phrase.split("\\s+")).map(Pattern::quote).collect(Collectors.joining(GAP));
        return Pattern.compile("\\b" + words + "\\b", Pattern.CASE_INSENSITIVE);
    }

    /** The cells of one column, of all tables of a text. */
    private static Stream<String> cells(String text, int column) {
        return text.lines()
                .filter(line -> line.startsWith("| ") && !line.startsWith("| Not |"))
                .map(line -> line.split("\\|"))
                .filter(cells -> cells.length > column + 1)
                .map(cells -> cells[column + 1]);
    }

    private static Stream<String> groups(Pattern pattern, String text) {
        return pattern.matcher(text).results().map(result -> result.group(1));
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Prints every use of a listed word; exit code 1 when there is one. Argument: the root of the repository. */
    public static void main(String[] args) {
        WordList list = of(Path.of(args.length > 0 ? args[0] : "."));
        List<String> found = new ArrayList<>(list.uses());
        list.missingPlaces().forEach(place -> found.add(place + " does not exist"));
        found.forEach(System.out::println);
        System.exit(found.isEmpty() ? 0 : 1);
    }
}
