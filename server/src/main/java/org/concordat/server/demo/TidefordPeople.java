package org.concordat.server.demo;

import static org.concordat.server.foundation.acting.Role.ANALYST;
import static org.concordat.server.foundation.acting.Role.AUDITOR;
import static org.concordat.server.foundation.acting.Role.CALDICOTT_GUARDIAN;
import static org.concordat.server.foundation.acting.Role.CASE_COORDINATOR;
import static org.concordat.server.foundation.acting.Role.DATA_STEWARD;
import static org.concordat.server.foundation.acting.Role.ELECTED_MEMBER;
import static org.concordat.server.foundation.acting.Role.EXECUTIVE_SIGNATORY;
import static org.concordat.server.foundation.acting.Role.INFORMATION_GOVERNANCE_OFFICER;
import static org.concordat.server.foundation.acting.Role.INFORMATION_SHARING_OFFICER;
import static org.concordat.server.foundation.acting.Role.LAY_ASSESSOR;
import static org.concordat.server.foundation.acting.Role.ORGANISATION_ADMINISTRATOR;
import static org.concordat.server.foundation.acting.Role.PARTNERSHIP_ADMINISTRATOR;
import static org.concordat.server.foundation.acting.Role.PRACTITIONER;
import static org.concordat.server.foundation.acting.Role.RIGHTS_OFFICER;

import java.util.List;
import java.util.Optional;
import org.concordat.server.foundation.acting.Role;

/** The made-up people of Tideford and what they do. Long because it is a list. */
final class TidefordPeople {

    /**
     * One of them.
     *
     * @param team in which the roles are held; empty for the whole organisation
     */
    record Somebody(String name, String organisation, String team, List<Role> roles) {

        /** What they sign in with: {@code amara.bell@council.example}. */
        String email() {
            return name.toLowerCase(java.util.Locale.ROOT).replaceAll("[^a-z]+", ".") + "@" + organisation + ".example";
        }

        Optional<String> inTeam() {
            return team.isEmpty() ? Optional.empty() : Optional.of(team);
        }
    }

    /** Everybody. Each organisation has somebody who signs and somebody who says what is lawful. */
    static final List<Somebody> ALL = List.of(
            one("Amara Bell", "council", PARTNERSHIP_ADMINISTRATOR, ORGANISATION_ADMINISTRATOR),
            one("Joan Pritchard", "council", INFORMATION_GOVERNANCE_OFFICER),
            one("Tomasz Lis", "council", INFORMATION_SHARING_OFFICER),
            one("Ruth Adeyemi", "council", EXECUTIVE_SIGNATORY),
            one("Gwen Marsh", "council", CALDICOTT_GUARDIAN),
            one("Peter Quill", "council", DATA_STEWARD, RIGHTS_OFFICER),
            one("Councillor Iris Webb", "council", ELECTED_MEMBER),
            inTeam("Priya Nair", "council", "community-safety", ANALYST),
            inTeam("Owen Price", "council", "children-services", PRACTITIONER),
            inTeam("Dele Okafor", "council", "community-safety", CASE_COORDINATOR),
            inTeam("Hannah Frost", "council", "empty-homes", PRACTITIONER),
            one("Martin Sole", "police", ORGANISATION_ADMINISTRATOR),
            one("Sunita Rao", "police", INFORMATION_GOVERNANCE_OFFICER),
            one("Chief Constable Ann Dyer", "police", EXECUTIVE_SIGNATORY),
            inTeam("Leo Hart", "police", "police-analysis", ANALYST),
            inTeam("Sergeant Mei Tan", "police", "public-protection", PRACTITIONER),
            one("Ellis Grant", "police", INFORMATION_SHARING_OFFICER),
            one("Fatima Noor", "hospital", ORGANISATION_ADMINISTRATOR),
            one("Colin Baird", "hospital", INFORMATION_GOVERNANCE_OFFICER),
            one("Dr Helena Voss", "hospital", CALDICOTT_GUARDIAN),
            one("Robert Achebe", "hospital", EXECUTIVE_SIGNATORY),
            one("Nina Sharp", "hospital", DATA_STEWARD, ANALYST),
            one("Grace Lowe", "care-board", ORGANISATION_ADMINISTRATOR, INFORMATION_GOVERNANCE_OFFICER),
            one("Samuel Oduya", "care-board", EXECUTIVE_SIGNATORY),
            one("Kate Finn", "care-board", ANALYST),
            one("Dr Paul Irving", "surgery", CALDICOTT_GUARDIAN, INFORMATION_GOVERNANCE_OFFICER),
            one("Marta Kowal", "surgery", ORGANISATION_ADMINISTRATOR, EXECUTIVE_SIGNATORY),
            one("Bryn Lloyd", "fire", ORGANISATION_ADMINISTRATOR, INFORMATION_GOVERNANCE_OFFICER),
            one("Chief Officer Dawn Reid", "fire", EXECUTIVE_SIGNATORY),
            one("Zoe Marlow", "ambulance", ORGANISATION_ADMINISTRATOR, INFORMATION_GOVERNANCE_OFFICER),
            one("Ivor Penn", "ambulance", EXECUTIVE_SIGNATORY),
            one("Lucy Sands", "probation", ORGANISATION_ADMINISTRATOR, INFORMATION_GOVERNANCE_OFFICER),
            one("Frank Osei", "probation", EXECUTIVE_SIGNATORY),
            one("Elaine Cross", "job-centre", ORGANISATION_ADMINISTRATOR, INFORMATION_GOVERNANCE_OFFICER),
            one("Mark Dunn", "job-centre", EXECUTIVE_SIGNATORY),
            one("Jess Thorne", "housing-association", ORGANISATION_ADMINISTRATOR, INFORMATION_GOVERNANCE_OFFICER),
            one("Anil Gupta", "housing-association", EXECUTIVE_SIGNATORY),
            one("Rose Ameen", "refuge", ORGANISATION_ADMINISTRATOR, INFORMATION_SHARING_OFFICER, EXECUTIVE_SIGNATORY),
            one("Will Carver", "fresh-start", ORGANISATION_ADMINISTRATOR, EXECUTIVE_SIGNATORY),
            one("Tessa Boyle", "fresh-start", LAY_ASSESSOR),
            one("Sir Alan Peake", "neighbour-council", EXECUTIVE_SIGNATORY),
            one("Uma Desai", "neighbour-council", ORGANISATION_ADMINISTRATOR, INFORMATION_GOVERNANCE_OFFICER),
            one("Victor Hale", "informatics", EXECUTIVE_SIGNATORY, ORGANISATION_ADMINISTRATOR),
            one("Olga Reyes", "justice-department", EXECUTIVE_SIGNATORY),
            one("Noel Fisk", "benefits-department", EXECUTIVE_SIGNATORY),
            one("Carys Nunn", "energy-supplier", EXECUTIVE_SIGNATORY),
            one("Hugo Lane", "credit-agency", EXECUTIVE_SIGNATORY),
            one("Edith Rowan", "care-board", AUDITOR));

    /** Those with whom to begin, one for each way of looking at it. */
    static final List<String> TO_BEGIN_WITH = List.of(
            "Tomasz Lis",
            "Joan Pritchard",
            "Ruth Adeyemi",
            "Priya Nair",
            "Owen Price",
            "Amara Bell",
            "Dr Helena Voss",
            "Edith Rowan");

    private TidefordPeople() {}

    private static Somebody one(String name, String organisation, Role... roles) {
        return new Somebody(name, organisation, "", List.of(roles));
    }

    private static Somebody inTeam(String name, String organisation, String team, Role role) {
        return new Somebody(name, organisation, team, List.of(role));
    }
}
