/**
 * Parties: whose account is it. An account that a case's reports name as a payer is on the victim's side, unless its name and what the
 * case knows of it say otherwise. May import {@code shared}.
 */
@NullMarked
package org.stoppayment.freeze.parties;

import org.jspecify.annotations.NullMarked;
