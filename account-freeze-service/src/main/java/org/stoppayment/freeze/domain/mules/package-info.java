/** Known mules (断卡): accounts that were held more than once or in several cases. Knows no framework. */
@NullMarked
package org.stoppayment.freeze.domain.mules;

import org.jspecify.annotations.NullMarked;
