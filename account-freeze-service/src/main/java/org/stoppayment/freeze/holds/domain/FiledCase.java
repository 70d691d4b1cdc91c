package org.stoppayment.freeze.holds.domain;

/**
 * A case that was filed.
 *
 * @param number 立案号, under which it is filed
 * @param organisation 立案机关, which filed it
 * @param closed true when it is closed: nothing more is frozen for it
 * @param withdrawn true when it is withdrawn: nothing is frozen for it any more
 */
public record FiledCase(String number, String organisation, boolean closed, boolean withdrawn) {}
