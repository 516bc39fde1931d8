/**
 * Shows every fragment of the page frame in all its states, to be looked at and checked. Start at
 * {@link org.concordat.gallery.GalleryIT}.
 *
 * <p>Stands beside the server's packages, not below them, so that the server never finds its handlers. It starts the frame
 * alone, with no database and no sign-in.
 */
@NullMarked
package org.concordat.gallery;

import org.jspecify.annotations.NullMarked;
