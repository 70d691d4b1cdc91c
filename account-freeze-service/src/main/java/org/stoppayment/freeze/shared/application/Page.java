package org.stoppayment.freeze.shared.application;

import java.util.List;

/**
 * A page of a list.
 *
 * @param rows of this page
 * @param more true when others follow
 */
public record Page<T>(List<T> rows, boolean more) {}
