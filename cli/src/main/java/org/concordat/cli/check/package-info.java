/**
 * The command {@code check}: may this be shared? Reads a request, a folder of agreements and what was found out, asks the
 * decider, and says its answer as a person reads it, or for machines.
 *
 * <p>Start at {@link org.concordat.cli.check.CheckCommand}. An {@link org.concordat.cli.check.Answer} is what both ways of
 * saying it are made from, so that they cannot differ.
 *
 * <p>Promises: an answer that was to be recorded is not shown unless it was; what was not decided is never said to be permitted;
 * the reason given for a risk of serious harm is never printed.
 */
@NullMarked
package org.concordat.cli.check;

import org.jspecify.annotations.NullMarked;
