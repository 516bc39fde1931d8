/**
 * The made-up partnership of Tideford, for {@code ./concordat demo}. Start at {@link org.concordat.server.demo.Tideford}.
 *
 * <p>Fills an empty database through the areas' own doors, on behalf of its made-up people, so that what it shows is what the
 * areas do. Nobody and nothing in it is real, and its readings of the law were made up: it says so in each. It uses every area, and
 * no area uses it.
 */
@ApplicationModule(displayName = "Demo")
@NullMarked
package org.concordat.server.demo;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
