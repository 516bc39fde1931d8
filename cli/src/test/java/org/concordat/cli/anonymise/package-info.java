/** Tests of the command that makes single records anonymous. */
@NullMarked
package org.concordat.cli.anonymise;

import org.jspecify.annotations.NullMarked;
