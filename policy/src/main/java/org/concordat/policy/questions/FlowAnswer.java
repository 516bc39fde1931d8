package org.concordat.policy.questions;

import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.concordat.policy.decide.Rule;
import org.concordat.policy.words.FactName;

/** Whether data may go along a route: as the agreements stand, once something is supplied, or not. */
public sealed interface FlowAnswer {

    /** As pages and commands have it: {@code may}, {@code almost} or {@code not}. */
    String word();

    /**
     * Facts that a decision asks for before it permits.
     *
     * @param all in the order of the vocabulary
     * @param aboutEachPerson those of them that are about each person concerned; the others are about the case or the agreement
     */
    record Asked(Set<FactName> all, Set<FactName> aboutEachPerson) {
        /** Not known to ask for anything. */
        static final Asked NOTHING = new Asked(Set.of(), Set.of());

        public Asked {
            all = ordered(all);
            aboutEachPerson = ordered(aboutEachPerson);
            if (!all.containsAll(aboutEachPerson)) {
                throw new IllegalArgumentException("aboutEachPerson holds what all does not; allowed is a part of all");
            }
        }

        /** Those about the case, the asker or the agreement. */
        public Set<FactName> aboutTheCase() {
            var rest = EnumSet.noneOf(FactName.class);
            rest.addAll(all);
            rest.removeAll(aboutEachPerson);
            return Collections.unmodifiableSet(rest);
        }

        private static Set<FactName> ordered(Set<FactName> facts) {
            var ordered = EnumSet.noneOf(FactName.class);
            ordered.addAll(facts);
            return Collections.unmodifiableSet(ordered);
        }
    }

    /**
     * The decider permits it when every fact that it asks for is as wanted.
     *
     * @param asked the facts that remain to be asked at each share
     */
    record May(Asked asked) implements FlowAnswer {
        @Override
        public String word() {
            return "may";
        }
    }

    /**
     * The decider would permit it if what is missing were supplied and nothing else changed.
     *
     * @param missing at least one
     * @param askedThen the facts that would remain to be asked at each share after that
     */
    record Almost(List<Missing> missing, Asked askedThen) implements FlowAnswer {
        public Almost {
            missing = List.copyOf(missing);
            if (missing.isEmpty()) {
                throw new IllegalArgumentException("missing is empty; allowed is at least one");
            }
        }

        @Override
        public String word() {
            return "almost";
        }
    }

    /**
     * The decider refuses it whatever the facts, and would if every signature and verification were there: something would have
     * to be agreed otherwise.
     *
     * @param rules that refuse; at least one
     * @param reasons why, one for each rule
     * @param changes what would change the answer
     */
    record Not(List<Rule> rules, List<String> reasons, List<String> changes) implements FlowAnswer {
        public Not {
            rules = List.copyOf(rules);
            reasons = List.copyOf(reasons);
            changes = List.copyOf(changes);
            if (rules.isEmpty()) {
                throw new IllegalArgumentException("rules is empty; allowed is at least one");
            }
        }

        @Override
        public String word() {
            return "not";
        }
    }
}
