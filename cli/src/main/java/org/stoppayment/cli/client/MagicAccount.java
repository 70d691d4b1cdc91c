package org.stoppayment.cli.client;

/**
 * An account that behaves in a fixed way at every simulated institution.
 *
 * @param number its number
 * @param name what it does, such as {@code SLOW}
 */
public record MagicAccount(String number, String name) {}
