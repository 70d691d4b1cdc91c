package org.stoppayment.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** No word that docs/glossary.md lists as not used comes back, and what it and docs/architecture.md point to is there. */
class WordListTest {

    private final WordList list = WordList.of(Path.of(".."));

    @Test
    void listedWordsAreUsedNowhere() {
        assertThat(list.uses())
                .as("words that are not used; docs/glossary.md says what to write instead")
                .isEmpty();
    }

    @Test
    void placesThatDocumentsNameExist() {
        assertThat(list.missingPlaces())
                .as("classes, files and folders that documents name and that do not exist")
                .isEmpty();
    }

    @Test
    void everyListedWordIsFound() {
        assertThat(list.words()).hasSizeGreaterThan(25).allSatisfy(word -> {
            String text = "first line\nsecond line with " + word.replace("…", "Something") + " in it\n";
            assertThat(list.usesIn("A.java", text)).contains("A.java:2: " + word);
        });
    }

    @Test
    void phraseIsFoundAcrossTheLinesOfAComment() {
        String phrase = list.words().stream()
                .filter(word -> word.contains(" "))
                .findFirst()
                .orElseThrow();

        assertThat(list.usesIn("A.java", "/**\n * " + phrase.replace(" ", "\n * ") + "\n */"))
                .containsExactly("A.java:2: " + phrase);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"MAX_RETRIES", "STOPPAYMENT_FREEZE_WATCH_MOST_STREAMS", "orders under way", "FOLLOW_UP_DECLINED"
            })
    void otherWordsAreNotFound(String text) {
        assertThat(list.usesIn("A.java", text)).isEmpty();
    }
}
