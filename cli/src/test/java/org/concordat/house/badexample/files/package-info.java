/** One of two libraries of a bad house. See the package above. */
@NullMarked
package org.concordat.house.badexample.files;

import org.jspecify.annotations.NullMarked;
