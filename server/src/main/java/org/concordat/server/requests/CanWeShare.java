package org.concordat.server.requests;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.concordat.policy.decide.Rule;
import org.concordat.policy.questions.Powers;
import org.concordat.policy.words.FactName;
import org.concordat.policy.words.Origin;
import org.concordat.policy.words.PurposeKind;
import org.concordat.policy.words.Sensitivity;
import org.concordat.policy.words.SharingForm;
import org.concordat.server.foundation.acting.Role;
import org.concordat.server.parties.Assignment;
import org.concordat.server.parties.Organisation;
import org.concordat.server.parties.Organisations;
import org.concordat.server.parties.Person;
import org.concordat.server.parties.Persons;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Answers "Can we share?" for data of which only the kind is known, in plain words and without starting anything. Keeps nothing, and
 * permits nothing: each share is decided when it happens.
 */
@Service
@Transactional(readOnly = true)
public class CanWeShare {

    private final Outlines outlines;
    private final AlreadyAgreed already;
    private final Organisations organisations;
    private final Persons persons;

    CanWeShare(Outlines outlines, AlreadyAgreed already, Organisations organisations, Persons persons) {
        this.outlines = outlines;
        this.already = already;
        this.organisations = organisations;
        this.persons = persons;
    }

    /** What is asked. */
    public record Asked(
            String sender,
            String recipient,
            Set<DataKind> kinds,
            Origin origin,
            PurposeKind purpose,
            SharingForm form) {
        public Asked {
            kinds = Set.copyOf(kinds);
            if (kinds.isEmpty()) {
                throw new IllegalArgumentException("kinds is empty; allowed is at least one");
            }
        }
    }

    /** A plain answer. */
    public sealed interface Answer {
        /** As pages name it. */
        String word();

        /** Rules of the test that matter here, as codes, for questions and answers about them. */
        Set<String> rules();

        /** It was agreed, and may be shared with every fact as wanted. */
        record Yes(List<AlreadyAgreed.Agreed> agreed, Set<String> rules) implements Answer {
            public Yes {
                agreed = List.copyOf(agreed);
                rules = Set.copyOf(rules);
            }

            @Override
            public String word() {
                return "yes";
            }
        }

        /**
         * There is a power, and something is missing.
         *
         * @param almost what was agreed and waits for something
         * @param missing keys of sentences that say what is missing
         * @param conditions facts that the power asks for
         */
        record Probably(
                List<Powers.Power> powers,
                List<AlreadyAgreed.Agreed> almost,
                List<String> missing,
                Set<FactName> conditions,
                Set<String> rules)
                implements Answer {
            public Probably {
                powers = List.copyOf(powers);
                almost = List.copyOf(almost);
                missing = List.copyOf(missing);
                rules = Set.copyOf(rules);
            }

            @Override
            public String word() {
                return "probably";
            }
        }

        /**
         * A restriction forbids it, or no power is known.
         *
         * @param restriction what forbids it, in the decider's words
         */
        record No(Optional<String> restriction, List<Powers.Against> against, Set<String> rules) implements Answer {
            public No {
                against = List.copyOf(against);
                rules = Set.copyOf(rules);
            }

            @Override
            public String word() {
                return "no";
            }
        }
    }

    /**
     * Whom to ask.
     *
     * @param officers names, of one's own organisation only
     * @param office the data protection officer, as the organisation gives it
     * @param email of that office
     */
    public record ToAsk(String organisation, List<String> officers, String office, String email) {
        public ToAsk {
            officers = List.copyOf(officers);
        }

        @Override
        public String toString() {
            return "ToAsk[hidden]";
        }
    }

    /** The answer; empty where an organisation is not known. */
    public Optional<Answer> answer(Asked asked) {
        return outlines.outline(
                        asked.sender(),
                        asked.recipient(),
                        asked.purpose(),
                        asked.origin(),
                        asked.kinds().stream().sorted().map(DataKind::field).toList(),
                        asked.form())
                .map(outline -> answer(asked, outlines.powers(outline)));
    }

    private Answer answer(Asked asked, Powers powers) {
        List<AlreadyAgreed.Agreed> agreed =
                already.between(asked.sender(), asked.recipient(), asked.purpose(), asked.origin(), asked.form());
        List<AlreadyAgreed.Agreed> now =
                agreed.stream().filter(AlreadyAgreed.Agreed::now).toList();
        Set<String> rules = rules(asked);
        if (powers.restriction().isPresent()) {
            rules.add(Rule.RESTRICTED.code());
            return new Answer.No(powers.restriction(), powers.against(), rules);
        }
        if (!now.isEmpty()) {
            return new Answer.Yes(now, rules);
        }
        rules.add(Rule.NO_GATEWAY.code());
        if (powers.carrying().isEmpty()) {
            return new Answer.No(Optional.empty(), powers.against(), rules);
        }
        var conditions = EnumSet.noneOf(FactName.class);
        conditions.addAll(powers.carrying().getFirst().conditions());
        return new Answer.Probably(powers.carrying(), agreed, missing(asked, powers), conditions, rules);
    }

    private static List<String> missing(Asked asked, Powers powers) {
        var missing = new ArrayList<String>();
        missing.add("requests.can.missing.agreement");
        if (powers.carrying().stream().noneMatch(Powers.Power::counts)) {
            missing.add("requests.can.missing.verification");
        }
        if (powers.carrying().stream().allMatch(Powers.Power::general)) {
            missing.add("requests.can.missing.general");
        }
        if (!asked.form().isPersonal()) {
            missing.add("requests.can.missing.protection");
            return missing;
        }
        missing.add("requests.can.missing.necessary");
        if (asked.origin().isConfidential()) {
            missing.add("requests.can.missing.confidence");
        }
        missing.add("requests.can.missing.basis");
        Set<Sensitivity> sensitivities = sensitivities(asked);
        if (sensitivities.stream().anyMatch(Sensitivity::isSpecialCategory)) {
            missing.add("requests.can.missing.special");
        }
        if (sensitivities.contains(Sensitivity.CRIMINAL)) {
            missing.add("requests.can.missing.criminal");
        }
        missing.add("requests.can.missing.told");
        missing.add("requests.can.missing.impact");
        return missing;
    }

    private static Set<Sensitivity> sensitivities(Asked asked) {
        return asked.kinds().stream()
                .flatMap(kind -> kind.sensitivities().stream())
                .collect(Collectors.toSet());
    }

    private static Set<String> rules(Asked asked) {
        var rules = new TreeSet<String>();
        if (asked.form().isPersonal()) {
            rules.add(Rule.NOT_PROPORTIONATE.code());
            rules.add(Rule.NO_LAWFUL_BASIS.code());
            rules.add(Rule.PEOPLE_NOT_TOLD.code());
            if (asked.origin().isConfidential()) {
                rules.add(Rule.CONFIDENTIAL.code());
            }
            Set<Sensitivity> sensitivities = sensitivities(asked);
            if (sensitivities.stream().anyMatch(Sensitivity::isSpecialCategory)) {
                rules.add(Rule.SPECIAL_CATEGORY.code());
            }
            if (sensitivities.contains(Sensitivity.CRIMINAL)) {
                rules.add(Rule.CRIMINAL_DATA.code());
            }
        }
        return rules;
    }

    /** Whom to ask of each of the two organisations. */
    public List<ToAsk> whomToAsk(Asked asked) {
        return List.of(asked.sender(), asked.recipient()).stream()
                .distinct()
                .flatMap(code -> organisations.find(code).stream())
                .map(this::toAsk)
                .toList();
    }

    private ToAsk toAsk(Organisation organisation) {
        List<String> officers = List.of(Role.INFORMATION_SHARING_OFFICER, Role.INFORMATION_GOVERNANCE_OFFICER).stream()
                .flatMap(role -> persons.holders(organisation.code(), role).stream())
                .map(Assignment::person)
                .distinct()
                .flatMap(person -> persons.find(person).stream())
                .map(Person::name)
                .toList();
        return new ToAsk(
                organisation.name(),
                officers,
                organisation.controller().protectionOfficer(),
                organisation.controller().protectionEmail());
    }
}
