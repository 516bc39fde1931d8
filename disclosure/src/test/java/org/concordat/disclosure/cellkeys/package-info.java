/** Tests of perturbation by cell keys, against published tables and the rules that a design must keep. */
@NullMarked
package org.concordat.disclosure.cellkeys;

import org.jspecify.annotations.NullMarked;
