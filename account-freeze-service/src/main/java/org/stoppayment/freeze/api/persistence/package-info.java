/** The stores of several features together. */
@NullMarked
package org.stoppayment.freeze.api.persistence;

import org.jspecify.annotations.NullMarked;
