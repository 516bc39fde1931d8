/**
 * The frame around every page: what is on top and at the bottom, its styles and scripts, and the pages that say what went
 * wrong. Start at {@link org.concordat.server.foundation.pages.Frame}; the templates are in {@code templates/foundation}.
 *
 * <p>A page of any area replaces itself by the template {@code foundation/frame} and builds what it shows from the fragments
 * in {@code foundation/parts}. Promises: no page needs a script, no page has a script or a style within it, and no page of
 * trouble tells what happened inside. Who is signed in, and what they may see, it learns from
 * {@link org.concordat.server.foundation.pages.FrameSource}, which others implement.
 */
@NullMarked
package org.concordat.server.foundation.pages;

import org.jspecify.annotations.NullMarked;
