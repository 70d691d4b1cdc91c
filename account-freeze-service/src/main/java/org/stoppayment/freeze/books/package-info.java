/** The books of a case: where its money is on each account, to the fen. May import {@code alerts, rules, shared}. */
@NullMarked
package org.stoppayment.freeze.books;

import org.jspecify.annotations.NullMarked;
