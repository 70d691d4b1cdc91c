/** Books: Postgres behind the ports. */
@NullMarked
package org.stoppayment.freeze.books.persistence;

import org.jspecify.annotations.NullMarked;
