/** Known mules (断卡): accounts that several stops or cases reached. */
@NullMarked
package org.stoppayment.freeze.mules;

import org.jspecify.annotations.NullMarked;
