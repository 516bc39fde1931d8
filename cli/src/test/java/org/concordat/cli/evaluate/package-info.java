/** Tests of the command {@code evaluate}, on made-up people. */
@NullMarked
package org.concordat.cli.evaluate;

import org.jspecify.annotations.NullMarked;
