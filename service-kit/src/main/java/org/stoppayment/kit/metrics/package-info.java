/** What is measured of every service. */
@NullMarked
package org.stoppayment.kit.metrics;

import org.jspecify.annotations.NullMarked;
