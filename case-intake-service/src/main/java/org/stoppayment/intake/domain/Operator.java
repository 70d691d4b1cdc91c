package org.stoppayment.intake.domain;

/**
 * The officer who sent the request.
 *
 * @param organisation name of the desk, may be empty
 * @param badgeNumber of the officer, may be empty
 */
public record Operator(String organisation, String badgeNumber) {}
