package org.stoppayment.intake.domain;

/**
 * The correction of a transfer.
 *
 * @param transferId id of the transfer to correct, as given
 * @param corrected the correct transfer
 */
public record Correction(String transferId, Transfer corrected) {}
