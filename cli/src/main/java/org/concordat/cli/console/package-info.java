/**
 * How commands speak with whoever called them: lines, progress, troubles and exit codes. Start at {@link
 * org.concordat.cli.console.Screen}; a command that cannot go on throws a {@link
 * org.concordat.cli.console.CommandException}.
 *
 * <p>Promises that progress appears on a terminal only and never among the answer, and that no message holds a value
 * of a record.
 */
@NullMarked
package org.concordat.cli.console;

import org.jspecify.annotations.NullMarked;
