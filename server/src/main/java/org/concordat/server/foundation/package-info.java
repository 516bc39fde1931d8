/**
 * What every area of the server stands on: who acts, which door is open to whom, what a transaction may see, ids, jobs,
 * keys, the page frame, and what awaits a person. Start at {@link org.concordat.server.foundation.acting.Acting}.
 *
 * <p>Knows no business area. Where it needs to know something that an area keeps, such as which role somebody holds, it
 * owns the interface and the area implements it.
 */
@ApplicationModule(
        displayName = "Foundation",
        type = ApplicationModule.Type.OPEN,
        allowedDependencies = {})
@NullMarked
package org.concordat.server.foundation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
