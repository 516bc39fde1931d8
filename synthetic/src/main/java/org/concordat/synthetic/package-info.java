/** Makes a seeded, made-up town: areas, people, households, agencies and their messy files, truth kept apart. */
@NullMarked
package org.concordat.synthetic;

import org.jspecify.annotations.NullMarked;
