package org.concordat.server.foundation.pages;

import java.util.List;
import java.util.Optional;

/**
 * What stands around a page for whoever looks at it. Templates find it in the model as {@code frame}.
 *
 * @param partnership its name; empty before it has one
 * @param wearer who is signed in, and the hat they wear; empty for anybody else
 * @param items the areas they can go to
 * @param awaiting how many things wait for them
 * @param practice whether this is practice, where nothing counts
 */
public record Frame(
        Optional<String> partnership, Optional<Wearer> wearer, List<Item> items, int awaiting, boolean practice) {

    public Frame {
        items = List.copyOf(items);
    }

    /** For somebody who is not signed in. */
    public static Frame anonymous() {
        return new Frame(Optional.empty(), Optional.empty(), List.of(), 0, false);
    }

    /** Name of the partnership, or empty text; for templates. */
    public String partnershipName() {
        return partnership.orElse("");
    }

    /**
     * A person who is signed in.
     *
     * @param person their name
     * @param roleKey key of the role that they act in, in the messages; empty before they chose one
     * @param organisation its name, empty before they chose
     * @param canChange whether they have another role to change to
     */
    public record Wearer(String person, Optional<String> roleKey, Optional<String> organisation, boolean canChange) {
        @Override
        public String toString() {
            return "Wearer[hidden]";
        }

        /** For templates. */
        public boolean hasRole() {
            return roleKey.isPresent();
        }

        /** For templates. */
        public String role() {
            return roleKey.orElse("");
        }

        /** For templates. */
        public String organisationName() {
            return organisation.orElse("");
        }
    }

    /**
     * An area in the navigation.
     *
     * @param labelKey key of its name in the messages
     * @param address such as {@code /agreements}
     * @param current whether the page shown is in it
     */
    public record Item(String labelKey, String address, boolean current) {

        /** One that is current where {@code path} is its address or below it. */
        public static Item of(String labelKey, String address, String path) {
            return new Item(labelKey, address, path.equals(address) || path.startsWith(address + "/"));
        }
    }
}
