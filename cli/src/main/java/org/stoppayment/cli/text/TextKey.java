package org.stoppayment.cli.text;

/**
 * A text of the command. Enums implement it: each has a resource bundle of its own name, with a message for each constant, in
 * the form of {@link java.text.MessageFormat}.
 */
public interface TextKey {

    /** Key of the message in the bundle. */
    String name();

    /** The enum, which names the bundle. */
    Class<?> getDeclaringClass();
}
