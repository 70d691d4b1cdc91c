package org.stoppayment.cli.text;

/** A text whose language is known only when it is shown. As an argument of another text it is shown in the language of that. */
@FunctionalInterface
public interface Text {

    /** The text in the language of {@code texts}. */
    String in(Texts texts);

    /** The message of a bundle with its arguments. */
    static Text of(TextKey key, Object... arguments) {
        return texts -> texts.of(key, arguments);
    }
}
