/**
 * From a need to an agreement: the request with its business case, the four-step test, the impact assessment, benefit and risk as
 * different people see them, and the decision with its reasons. Start at {@link org.concordat.server.requests.Requests}; all
 * changes of state stand in {@link org.concordat.server.requests.RequestStates}.
 *
 * <p>Promises: a request moves only as that table says; whoever waits sees since when and until when; what was refused is kept
 * with its reasons; nobody sees others' scores before handing in their own. Permits nothing: whether something may be shared is
 * for {@code decisions}, and what was agreed for {@code agreements}.
 */
@ApplicationModule(
        displayName = "Requests",
        allowedDependencies = {
            "foundation",
            "auditlog",
            "decisions",
            "decisions :: facts",
            "parties",
            "catalogue",
            "agreements"
        })
@NullMarked
package org.concordat.server.requests;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
