/** The use cases of account-freeze and the ports they need. */
@NullMarked
package org.stoppayment.freeze.application;

import org.jspecify.annotations.NullMarked;
