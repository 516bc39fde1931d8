package org.concordat.policy.agreements;

import java.util.Set;
import org.concordat.policy.words.PurposeKind;

/**
 * What partners share for, in their own words and in the words of gateways.
 *
 * @param kinds at least one
 */
public record Purpose(String id, String name, Set<PurposeKind> kinds) {
    /** Whether it supports no measure about a particular person. */
    public boolean isAboutNobody() {
        return kinds.stream().allMatch(PurposeKind::isAboutNobody);
    }
}
