/** The vocabulary that all services share: plain Java, no framework. */
@NullMarked
package org.stoppayment.kernel;

import org.jspecify.annotations.NullMarked;
