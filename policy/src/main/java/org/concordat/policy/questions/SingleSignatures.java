package org.concordat.policy.questions;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.concordat.policy.agreements.AgreementFolder;
import org.concordat.policy.agreements.Organisation;
import org.concordat.policy.agreements.Signature;
import org.concordat.policy.law.LawPack;

/**
 * Which shares rest on one person's signature: theirs is the only one that counts for their organisation on some tier, or they
 * are the only one who may sign for it. Nothing stops on the day such a person leaves; but shares that rest on their signature
 * stop when their key no longer counts, and what only they may sign cannot be signed again once anything in it changes.
 *
 * @param list in the order of organisations
 */
public record SingleSignatures(LocalDate day, List<OnePerson> list) {

    public SingleSignatures {
        list = List.copyOf(list);
    }

    /**
     * What rests on one person.
     *
     * @param signatory an id of the organisation's signatories, never a name
     * @param ableToSign how many of its signatories might sign on that day
     * @param restsOn schedules under which something may be shared, and of which some tier counts as signed by the organisation
     *     through this person's signature only
     * @param everyTier those of them of which this person alone signed every tier
     * @param onlyTheyCanSign schedules under which something may be shared, and that nobody else could sign again
     * @param flows what may be shared under any of these schedules to or from the organisation
     */
    public record OnePerson(
            String organisation,
            String signatory,
            int ableToSign,
            Set<String> restsOn,
            Set<String> everyTier,
            Set<String> onlyTheyCanSign,
            List<Flow> flows) {
        public OnePerson {
            restsOn = Collections.unmodifiableSet(new TreeSet<>(restsOn));
            everyTier = Collections.unmodifiableSet(new TreeSet<>(everyTier));
            onlyTheyCanSign = Collections.unmodifiableSet(new TreeSet<>(onlyTheyCanSign));
            flows = List.copyOf(flows);
        }

        /** In plain English. */
        public String sentence() {
            return Sentences.of(this);
        }
    }

    /** Of every organisation with shares that the decider permits when every fact is as wanted. */
    public static SingleSignatures of(AgreementFolder folder, LawPack law, LocalDate day) {
        Flows may = Flows.of(folder, law, day).may();
        Map<List<String>, Set<String>> signatories = signatories(folder, day);
        var persons = new ArrayList<OnePerson>();
        for (Organisation organisation : folder.organisations().values()) {
            List<Flow> flows = may.list().stream()
                    .filter(flow -> concerns(flow, organisation.id()))
                    .toList();
            persons.addAll(persons(folder, organisation, flows, signatories, day));
        }
        persons.sort(Comparator.comparing(OnePerson::organisation).thenComparing(OnePerson::signatory));
        return new SingleSignatures(day, persons);
    }

    private static List<OnePerson> persons(
            AgreementFolder folder,
            Organisation organisation,
            List<Flow> flows,
            Map<List<String>, Set<String>> signatories,
            LocalDate day) {
        var restsOn = new TreeMap<String, Set<String>>();
        var everyTier = new TreeMap<String, Set<String>>();
        var schedules = new TreeSet<String>();
        flows.forEach(flow -> schedules.add(flow.route().schedule()));
        for (String schedule : schedules) {
            List<Set<String>> byTier = Shortfalls.tiers(folder, schedule).stream()
                    .map(tier -> signatories.getOrDefault(List.of(tier.id(), organisation.id()), Set.of()))
                    .toList();
            for (Set<String> ofTier : byTier) {
                if (ofTier.size() == 1) {
                    add(restsOn, ofTier, schedule);
                }
            }
            if (Set.copyOf(byTier).size() == 1 && byTier.getFirst().size() == 1) {
                add(everyTier, byTier.getFirst(), schedule);
            }
        }
        List<String> able = organisation.signatories().stream()
                .filter(signatory -> signatory.mightSignOn(day))
                .map(Organisation.Signatory::id)
                .toList();
        var persons = new TreeSet<>(restsOn.keySet());
        if (able.size() == 1 && !schedules.isEmpty()) {
            persons.add(able.getFirst());
        }
        var list = new ArrayList<OnePerson>();
        for (String person : persons) {
            Set<String> rests = restsOn.getOrDefault(person, Set.of());
            Set<String> again = able.equals(List.of(person)) ? schedules : Set.of();
            List<Flow> concerned = flows.stream()
                    .filter(flow -> rests.contains(flow.route().schedule())
                            || again.contains(flow.route().schedule()))
                    .toList();
            list.add(new OnePerson(
                    organisation.id(),
                    person,
                    able.size(),
                    rests,
                    everyTier.getOrDefault(person, Set.of()),
                    again,
                    concerned));
        }
        return list;
    }

    private static void add(Map<String, Set<String>> schedules, Set<String> person, String schedule) {
        schedules
                .computeIfAbsent(person.iterator().next(), none -> new TreeSet<>())
                .add(schedule);
    }

    /** Whose signatures count on that day, by document and organisation. */
    private static Map<List<String>, Set<String>> signatories(AgreementFolder folder, LocalDate day) {
        var signatories = new HashMap<List<String>, Set<String>>();
        for (Signature signature : folder.signatures()) {
            boolean counts = !signature.on().isAfter(day)
                    && folder.signatureStates().get(signature.id()) == Signature.State.SIGNED;
            if (counts) {
                signatories
                        .computeIfAbsent(List.of(signature.of(), signature.organisation()), none -> new TreeSet<>())
                        .add(signature.signatory());
            }
        }
        return signatories;
    }

    private static boolean concerns(Flow flow, String organisation) {
        return flow.route().sender().organisation().equals(organisation)
                || flow.route().recipient().organisation().equals(organisation);
    }
}
