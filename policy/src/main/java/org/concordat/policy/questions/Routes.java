package org.concordat.policy.questions;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.concordat.policy.agreements.Agreement;
import org.concordat.policy.agreements.AgreementFolder;
import org.concordat.policy.agreements.Dataset;
import org.concordat.policy.agreements.Organisation;
import org.concordat.policy.agreements.Team;
import org.concordat.policy.agreements.Terms;
import org.concordat.policy.decide.Request.Side;
import org.concordat.policy.words.OrganisationKind;
import org.concordat.policy.words.SharingForm;

/** The routes that the schedules of a folder foresee, and their flows. */
final class Routes {

    private final AgreementFolder folder;
    private final Map<String, List<Team>> teams;

    private Routes(AgreementFolder folder) {
        this.folder = folder;
        this.teams = folder.teams().values().stream()
                .collect(Collectors.groupingBy(Team::organisation, TreeMap::new, Collectors.toList()));
    }

    /**
     * A route between sides as the schedule names them.
     *
     * @param fields that the schedule covers
     * @param hats the same route between teams that are not all that their organisation is, and so may be answered differently
     */
    record Way(Route route, Set<String> fields, List<Route> hats) {}

    /** All ways of all schedules. */
    static List<Way> ways(AgreementFolder folder) {
        var routes = new Routes(folder);
        var ways = new ArrayList<Way>();
        for (Agreement schedule : folder.agreements().values()) {
            of(folder, schedule).forEach((route, fields) -> ways.add(new Way(route, fields, routes.hats(route))));
        }
        return ways;
    }

    /** All flows of all schedules, in order. */
    static List<Flow> flows(AgreementFolder folder, Asking asking) {
        var flows = new ArrayList<Flow>();
        for (Way way : ways(folder)) {
            List<Flow> whole = asking.flows(way.route(), way.fields());
            flows.addAll(whole);
            for (Route hat : way.hats()) {
                List<Flow> ofTeams = asking.flows(hat, way.fields());
                if (!sameAnswers(whole, ofTeams)) {
                    flows.addAll(ofTeams);
                }
            }
        }
        flows.sort(Comparator.comparing(Flow::route));
        return flows;
    }

    /** The routes of one document, none unless it is a schedule, between sides as it names them, with the fields it covers. */
    private static Map<Route, Set<String>> of(AgreementFolder folder, Agreement schedule) {
        var routes = new TreeMap<Route, Set<String>>();
        if (schedule.terms().isEmpty()) {
            return routes;
        }
        Terms terms = schedule.terms().get();
        var purposes = new TreeSet<>(schedule.purposes());
        purposes.addAll(terms.furtherPurposes());
        for (Terms.Item item : terms.items()) {
            Dataset dataset = folder.datasets().get(item.dataset());
            if (dataset == null) {
                throw new IllegalStateException("A checked folder names what it does not describe.");
            }
            for (Terms.Recipient recipient : terms.recipients()) {
                for (String role : recipient.roles()) {
                    for (String purpose : purposes) {
                        for (SharingForm form : schedule.forms()) {
                            routes.put(
                                    new Route(
                                            schedule.id(),
                                            Side.of(dataset.holder()),
                                            new Side(recipient.organisation(), recipient.team()),
                                            role,
                                            dataset.id(),
                                            purpose,
                                            form),
                                    new TreeSet<>(item.fields()));
                        }
                    }
                }
            }
        }
        return routes;
    }

    private List<Route> hats(Route route) {
        var hats = new ArrayList<Route>();
        for (Side sender : hats(route.sender())) {
            for (Side recipient : hats(route.recipient())) {
                boolean asWhole = kinds(sender).equals(kinds(route.sender()))
                        && kinds(recipient).equals(kinds(route.recipient()));
                if (!asWhole) {
                    hats.add(route.between(sender, recipient));
                }
            }
        }
        return List.copyOf(hats);
    }

    /** The side itself and, where it is a whole organisation, each of its teams. */
    private List<Side> hats(Side side) {
        var hats = new LinkedHashSet<Side>();
        hats.add(side);
        if (side.team().isEmpty()) {
            teams.getOrDefault(side.organisation(), List.of())
                    .forEach(team -> hats.add(new Side(side.organisation(), Optional.of(team.id()))));
        }
        return List.copyOf(hats);
    }

    private Set<OrganisationKind> kinds(Side side) {
        return side.team()
                .map(folder.teams()::get)
                .map(Team::kinds)
                .or(() -> Optional.ofNullable(folder.organisations().get(side.organisation()))
                        .map(Organisation::kinds))
                .orElse(Set.of());
    }

    static boolean sameAnswers(List<Flow> some, List<Flow> others) {
        return answers(some).equals(answers(others));
    }

    private static Set<List<Object>> answers(List<Flow> flows) {
        return flows.stream()
                .map(flow -> List.<Object>of(
                        flow.fields(), flow.subjects(), flow.answer().word()))
                .collect(Collectors.toSet());
    }
}
