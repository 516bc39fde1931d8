/**
 * Where the town lies: output-area-like cells nested in larger areas up to districts, streets, postcodes and addresses.
 *
 * <p>Start at {@link org.concordat.synthetic.places.Places}. {@link org.concordat.synthetic.places.Areas} nests the areas,
 * {@link org.concordat.synthetic.places.Boundaries} draws them: neighbours share their edges point by point, a parent's
 * outline is made of its children's edges, and the outer south edge is a coast. All codes have the shape of the Office for
 * National Statistics' with numbers from 900001 on, postcodes the shape of Royal Mail's in area TE, which is not in use; the
 * town lies in the North Sea so that no map mistakes it for a real one. Needs at least a thousand people.
 */
@NullMarked
package org.concordat.synthetic.places;

import org.jspecify.annotations.NullMarked;
