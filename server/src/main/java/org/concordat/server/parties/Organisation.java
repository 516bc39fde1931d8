package org.concordat.server.parties;

import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import org.concordat.policy.words.Nation;
import org.concordat.policy.words.OrganisationKind;

/**
 * A body that takes part.
 *
 * @param code what agreements and the ledger call it; never changes
 * @param kinds what it is, all at once; gateways depend on it
 * @param listedIn rows of the law pack whose own list names it
 * @param controller what people are told about who is responsible
 * @param objects of a body without statutory powers: what it exists for, from its governing document
 * @param practice whether it is made up, for practice
 * @param version counts changes, so that two people do not overwrite each other
 */
public record Organisation(
        String code,
        String name,
        Set<OrganisationKind> kinds,
        Set<String> listedIn,
        Nation nation,
        Controller controller,
        String objects,
        boolean practice,
        LocalDate joinedOn,
        Optional<LocalDate> leftOn,
        int version) {

    public Organisation {
        kinds = Set.copyOf(kinds);
        listedIn = Set.copyOf(listedIn);
    }

    /**
     * Details of a data controller.
     *
     * @param legalName as its founding document writes it
     * @param registrationNumber with the Information Commissioner
     * @param privacyNotice address of the page that tells people
     * @param protectionOfficer the data protection officer, by name or office
     */
    public record Controller(
            String legalName,
            String address,
            String contactEmail,
            String registrationNumber,
            String privacyNotice,
            String protectionOfficer,
            String protectionEmail) {

        /** Nothing known yet. */
        public static Controller unknown() {
            return new Controller("", "", "", "", "", "", "");
        }
    }
}
