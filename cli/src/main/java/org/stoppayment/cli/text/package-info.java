/** The languages of the command: texts, names of what the contract has, moments. */
@NullMarked
package org.stoppayment.cli.text;

import org.jspecify.annotations.NullMarked;
