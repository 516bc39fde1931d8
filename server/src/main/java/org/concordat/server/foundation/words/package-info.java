/**
 * What a partnership calls things that the glossary calls something else, such as "data sharing annex" for "schedule". Start at
 * {@link org.concordat.server.foundation.words.RelabelledMessages}.
 *
 * <p>Promises that every message says the partnership's word for a term, in singular and plural, with the right article, and that the
 * glossary still tells which term is meant. Files of agreements, the manual and the audit log's record keep the term. Which words a
 * partnership has is kept by an area above.
 */
@NullMarked
package org.concordat.server.foundation.words;

import org.jspecify.annotations.NullMarked;
