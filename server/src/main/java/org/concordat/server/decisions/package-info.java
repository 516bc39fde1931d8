/**
 * May this be shared? The one place that gathers the facts, asks the decider, keeps the answer and hands out its duties; also
 * single disclosures, which need no agreement, and emergencies. Start at {@link org.concordat.server.decisions.Decisions}.
 *
 * <p>Promises: nothing is permitted on a fact that came from whoever asked; each decision is kept with its reasons and the versions
 * it looked at, in the same transaction as its entry in the ledger; a permission is used once, within a day, and only while
 * today's facts would still permit it. Whose record it is about stays here, and never reaches the audit log. Where facts come
 * from is for areas above, which implement {@code decisions.facts}.
 */
@ApplicationModule(
        displayName = "Decisions",
        allowedDependencies = {"foundation", "auditlog", "auditlog :: codes"})
@NullMarked
package org.concordat.server.decisions;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
