package org.concordat.server.decisions;

import java.util.Locale;
import java.util.Set;
import org.concordat.server.foundation.acting.Role;

/** What can be done with a single disclosure, and in which roles. */
public enum DisclosureStep {
    /** Write down what was asked. */
    RECEIVE(Role.INFORMATION_GOVERNANCE_OFFICER, Role.INFORMATION_SHARING_OFFICER, Role.RIGHTS_OFFICER),
    /** Answer what the law asks: is there a power, was the exemption tested for this one case? */
    TEST(Role.INFORMATION_GOVERNANCE_OFFICER),
    /** Say, as a senior officer who is neither the recorder nor the tester, whether it goes. */
    SIGN_OFF(Role.CALDICOTT_GUARDIAN, Role.EXECUTIVE_SIGNATORY),
    /** Ask the decider again: an answer has come, or a permission has run out. */
    DECIDE(Role.INFORMATION_GOVERNANCE_OFFICER, Role.INFORMATION_SHARING_OFFICER),
    /** Decide not to share, though it might be lawful. */
    NOT_SHARE(Role.INFORMATION_GOVERNANCE_OFFICER, Role.CALDICOTT_GUARDIAN, Role.EXECUTIVE_SIGNATORY),
    /** Send the answer. */
    REPLY(Role.INFORMATION_GOVERNANCE_OFFICER, Role.INFORMATION_SHARING_OFFICER);

    private final Set<Role> roles;

    DisclosureStep(Role... roles) {
        this.roles = Set.of(roles);
    }

    /** In which roles it is done. */
    public Set<Role> roles() {
        return roles;
    }

    /** As the database has it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
