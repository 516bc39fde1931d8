/** Tests of the command that makes tables safe, on files that they write themselves and on real ones where they are. */
@NullMarked
package org.concordat.cli.protect;

import org.jspecify.annotations.NullMarked;
