/**
 * account-freeze-service, by feature. Imports go down only: {@code api > dissuasion, mules, watch > tracing, amendments >
 * orders > books > alerts > rules > shared}; {@code ArchitectureTest} enforces it. A feature has the layers {@code domain,
 * application, persistence, grpc} where it needs them; {@code LayerRules} of the service kit enforces those.
 */
@NullMarked
package org.stoppayment.freeze;

import org.jspecify.annotations.NullMarked;
