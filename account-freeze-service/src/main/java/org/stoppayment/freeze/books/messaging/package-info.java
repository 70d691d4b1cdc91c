/** Books: events in and out. */
@NullMarked
package org.stoppayment.freeze.books.messaging;

import org.jspecify.annotations.NullMarked;
