package org.stoppayment.intake.domain;

/**
 * A transfer put right.
 *
 * @param transferId of the transfer to put right, as given
 * @param corrected the transfer as it should read
 */
public record Correction(String transferId, Transfer corrected) {}
