/** Shared: how features take events. */
@NullMarked
package org.stoppayment.freeze.shared.messaging;

import org.jspecify.annotations.NullMarked;
