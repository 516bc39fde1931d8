/** Tests of tables of figures, on files that they write themselves. */
@NullMarked
package org.concordat.cli.figures;

import org.jspecify.annotations.NullMarked;
