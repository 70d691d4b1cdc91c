package org.stoppayment.cli.command.victim.status;

import java.util.List;

/**
 * What a victim is told, in one language.
 *
 * @param language of it
 * @param title above all
 * @param head whose case it is, and as of when
 * @param sections in their order
 */
public record VictimStatus(String language, String title, List<String> head, List<Section> sections) {

    /**
     * A part of it.
     *
     * @param title above it
     * @param lines sentences
     */
    public record Section(String title, List<String> lines) {}
}
