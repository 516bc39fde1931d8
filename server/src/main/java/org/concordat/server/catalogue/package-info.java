/**
 * What agreements are about: the datasets that organisations hold with their fields and classes, the purposes, roles and code
 * lists of the partnership. Start at {@link org.concordat.server.catalogue.Catalogue}.
 *
 * <p>Keeps each entry as the text of a file of the agreement folder, so that what goes in comes out unchanged, and every text
 * it ever had. Says nothing about what may be shared: see {@code agreements}. Holds no data about anybody.
 */
@ApplicationModule(
        displayName = "Catalogue",
        allowedDependencies = {
            "foundation",
            "auditlog",
            "auditlog :: codes",
            "parties",
            "decisions",
            "decisions :: facts"
        })
@NullMarked
package org.concordat.server.catalogue;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
