package org.concordat.server.foundation.access;

import java.util.Set;
import org.concordat.server.foundation.acting.Role;

/**
 * Where an area stands in the navigation. Each area gives one or more of these as beans.
 *
 * @param labelKey its name in the area's messages
 * @param address of its first page
 * @param place among the others, the smallest first
 * @param roles to whom it is shown; to all where empty
 */
public record AreaEntry(String labelKey, String address, int place, Set<Role> roles) {
    public AreaEntry {
        roles = Set.copyOf(roles);
    }

    /** Whether it is shown to that role. */
    public boolean isFor(Role role) {
        return roles.isEmpty() || roles.contains(role);
    }
}
