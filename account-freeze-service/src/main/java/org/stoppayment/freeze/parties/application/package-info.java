/** Parties: the port that reads what a case knows of accounts. */
@NullMarked
package org.stoppayment.freeze.parties.application;

import org.jspecify.annotations.NullMarked;
