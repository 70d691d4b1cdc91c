/**
 * account-freeze-service, by feature. Imports go down only: {@code api > dissuasion, mules, watch > tracing, amendments >
 * orders > books > alerts > rules > shared}. A feature has the layers {@code domain, application, persistence, grpc} where it needs them.
 */
@NullMarked
package org.stoppayment.freeze;

import org.jspecify.annotations.NullMarked;
