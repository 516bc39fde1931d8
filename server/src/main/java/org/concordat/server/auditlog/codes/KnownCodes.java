package org.concordat.server.auditlog.codes;

import java.util.Set;
import org.concordat.ledger.entries.Codes.Register;

/** An area that gives codes out, for one register of the ledger or several. */
public interface KnownCodes {

    /** The registers for which it speaks, perhaps beside other areas. */
    Set<Register> registers();

    /**
     * Those among {@code asked} that the register has given out. Called in the transaction of whoever records something, on
     * their behalf, so that a code just given out is known.
     */
    Set<String> known(Register register, Set<String> asked);
}
