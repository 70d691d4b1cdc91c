/** Events out: durable with the change that caused them, handed over at once, swept up after a crash. */
@NullMarked
package org.stoppayment.kit.outbox;

import org.jspecify.annotations.NullMarked;
