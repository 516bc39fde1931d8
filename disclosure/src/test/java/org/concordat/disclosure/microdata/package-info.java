/** Tests of risk and anonymity of single records, all made up. */
@NullMarked
package org.concordat.disclosure.microdata;

import org.jspecify.annotations.NullMarked;
