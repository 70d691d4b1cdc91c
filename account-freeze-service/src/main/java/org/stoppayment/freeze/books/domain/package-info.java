/** Books: aggregates, states and rules. Plain Java. */
@NullMarked
package org.stoppayment.freeze.books.domain;

import org.jspecify.annotations.NullMarked;
