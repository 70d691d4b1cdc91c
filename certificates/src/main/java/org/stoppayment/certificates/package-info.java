/** Certificates: an authority that issues them, and identities read from PEM files. */
@NullMarked
package org.stoppayment.certificates;

import org.jspecify.annotations.NullMarked;
