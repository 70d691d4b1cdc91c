/** What freezes do to claims, books and stops. */
@NullMarked
package org.stoppayment.freeze.amendments.application.freezes;

import org.jspecify.annotations.NullMarked;
