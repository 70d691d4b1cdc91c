/** What the calls to institutions need of Vert.x. */
@NullMarked
package org.stoppayment.gateway.banks.vertx;

import org.jspecify.annotations.NullMarked;
