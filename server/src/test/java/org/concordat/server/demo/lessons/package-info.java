/** Takes the lessons of practice, as people do: through pages, step by step, in the made-up town. */
@NullMarked
package org.concordat.server.demo.lessons;

import org.jspecify.annotations.NullMarked;
