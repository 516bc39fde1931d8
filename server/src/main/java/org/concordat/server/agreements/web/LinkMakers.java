package org.concordat.server.agreements.web;

import java.util.EnumSet;
import java.util.Set;
import org.concordat.server.foundation.acting.Role;

/**
 * Colleagues who may make a link for their own organisation's signatory. Nobody makes one for another organisation's: whoever
 * holds a link can sign.
 */
final class LinkMakers {

    static final Set<Role> ROLES = EnumSet.of(
            Role.ORGANISATION_ADMINISTRATOR, Role.INFORMATION_GOVERNANCE_OFFICER, Role.INFORMATION_SHARING_OFFICER);

    private LinkMakers() {}
}
