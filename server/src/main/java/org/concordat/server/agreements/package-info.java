/**
 * What was agreed, signed, in force, due for review. Start at {@link org.concordat.server.agreements.Agreements}; whoever signs,
 * signs by {@link org.concordat.server.agreements.SignOffs}.
 *
 * <p>Promises that a text which was sent out for signature never changes again; that a sign-off is by somebody whom the
 * organisation authorised, over the very text; and that decisions see what is agreed at this moment, and nothing that is not. Keeps
 * agreements as the files that module {@code policy} reads, so that they go out as they came in, signatures included.
 */
@ApplicationModule(
        displayName = "Agreements",
        allowedDependencies = {
            "foundation",
            "auditlog",
            "auditlog :: codes",
            "decisions",
            "decisions :: facts",
            "parties",
            "catalogue"
        })
@NullMarked
package org.concordat.server.agreements;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
