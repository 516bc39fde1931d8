/**
 * Pages of agreements: the register, also the public one, one document with all that belongs to it, drafting, signing, law readings,
 * signatories, and what organisations can offer each other. Start at {@code DocumentPages}; the forms that change a draft, which follow
 * from the shapes of its file, at {@code DraftFormPages}.
 *
 * <p>Promises that a page shows what its reader may do next and nothing else, that whoever signs saw the very text, and that what
 * was typed is kept when something is wrong. Decides nothing itself: see the area's services.
 */
@NullMarked
package org.concordat.server.agreements.web;

import org.jspecify.annotations.NullMarked;
