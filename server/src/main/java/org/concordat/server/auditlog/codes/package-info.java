/**
 * Which codes may stand in the ledger. Start at {@link org.concordat.server.auditlog.codes.KnownCodes}, which each area that
 * gives codes out implements.
 *
 * <p>Promises that an entry takes only codes that some register says are its own. That no register gives out a person's name
 * as a code is for the area that keeps it.
 */
@NamedInterface("codes")
@NullMarked
package org.concordat.server.auditlog.codes;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
