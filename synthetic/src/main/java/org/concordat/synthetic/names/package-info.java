/**
 * How people of an English town of today are called: given names by sex and decade of birth, surnames by frequency, pet
 * forms, and the naming traditions that people brought with them, with the spellings clerks use for one name.
 *
 * <p>Start at {@link org.concordat.synthetic.names.NameBook}. The tables and their sources are listed in the NOTICE file
 * of the resources; shares are modelled so that the head looks like Britain and the tail is as long as a real one. Who bears
 * which name is decided in {@code people}; how a clerk misspells it, in {@code records}.
 */
@NullMarked
package org.concordat.synthetic.names;

import org.jspecify.annotations.NullMarked;
