package org.concordat.server.agreements;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.concordat.policy.words.Nation;
import org.concordat.policy.words.OrganisationKind;
import org.concordat.server.parties.Organisation;

/**
 * A pasted row with what is wrong with it.
 *
 * @param alike organisations here that are called like it, while nobody has said whether it is one of them
 * @param kinds what it is, where the row says so
 * @param existing the organisation that it is, where it is here already
 */
public record CheckedRow(
        PastedRow row,
        List<RowProblem> problems,
        List<Organisation> alike,
        Set<OrganisationKind> kinds,
        Optional<Nation> nation,
        Optional<Organisation> existing) {

    public CheckedRow {
        problems = List.copyOf(problems);
        alike = List.copyOf(alike);
        kinds = Set.copyOf(kinds);
    }

    /** How far a row has come before anything was done with it. */
    public enum Standing {
        /** It can go ahead. */
        READY,
        /** Somebody must say whether it is an organisation that is here already. */
        ASKED,
        /** It has to be corrected. */
        WRONG,
        /** It went ahead. */
        GONE_AHEAD
    }

    /** How far it has come. */
    public Standing standing() {
        if (row.admission().isPresent()) {
            return Standing.GONE_AHEAD;
        }
        if (!problems.isEmpty()) {
            return Standing.WRONG;
        }
        return alike.isEmpty() ? Standing.READY : Standing.ASKED;
    }
}
