/** Forms in Postgres. */
@NullMarked
package org.stoppayment.recovery.forms.persistence;

import org.jspecify.annotations.NullMarked;
