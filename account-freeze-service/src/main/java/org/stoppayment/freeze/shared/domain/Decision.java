package org.stoppayment.freeze.shared.domain;

/**
 * Who decided something about an order, and why.
 *
 * @param reason as it was given; empty where none is asked for
 * @param reference of the person or paper behind it
 * @param officer who decided; {@link Officer#SYSTEM} for what the suite does by itself
 */
public record Decision(String reason, String reference, Officer officer) {}
