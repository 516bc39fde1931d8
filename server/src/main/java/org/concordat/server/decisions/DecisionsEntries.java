package org.concordat.server.decisions;

import java.util.Set;
import org.concordat.server.foundation.access.AreaEntry;
import org.concordat.server.foundation.acting.Role;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Where decisions stand in the navigation. */
@Configuration
class DecisionsEntries {

    @Bean
    AreaEntry decisionsEntry() {
        return new AreaEntry(
                "decisions.title",
                "/decisions",
                30,
                Set.of(
                        Role.INFORMATION_GOVERNANCE_OFFICER,
                        Role.CALDICOTT_GUARDIAN,
                        Role.INFORMATION_SHARING_OFFICER,
                        Role.DATA_STEWARD,
                        Role.ANALYST,
                        Role.PRACTITIONER,
                        Role.CASE_COORDINATOR,
                        Role.RIGHTS_OFFICER,
                        Role.EXECUTIVE_SIGNATORY,
                        Role.AUDITOR));
    }

    @Bean
    AreaEntry disclosuresEntry() {
        return new AreaEntry(
                "decisions.disclosures.title",
                "/decisions/disclosures",
                35,
                Set.of(
                        Role.INFORMATION_GOVERNANCE_OFFICER,
                        Role.CALDICOTT_GUARDIAN,
                        Role.INFORMATION_SHARING_OFFICER,
                        Role.RIGHTS_OFFICER,
                        Role.EXECUTIVE_SIGNATORY));
    }
}
