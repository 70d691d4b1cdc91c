/** Books: use cases and the ports they need. */
@NullMarked
package org.stoppayment.freeze.books.application;

import org.jspecify.annotations.NullMarked;
