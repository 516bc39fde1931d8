/** Finds the records of one person in standardised columns, and explains every link. */
@NullMarked
package org.concordat.linkage;

import org.jspecify.annotations.NullMarked;
