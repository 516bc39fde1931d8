package org.concordat.policy.questions;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
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
     * @param hats teams of either side that are not all that their organisation is, and the same route from or to each; of them
     *     less may be allowed, and never more, since a team acts as some of the kinds that its organisation is
     * @param amongOthers whether the schedule names recipients besides the sender
     */
    record Way(Route route, Set<String> fields, Map<Side, Route> hats, boolean amongOthers) {}

    /** All ways of all schedules. */
    static List<Way> ways(AgreementFolder folder) {
        return ways(folder, folder.agreements().values());
    }

    private static List<Way> ways(AgreementFolder folder, Collection<Agreement> documents) {
        var routes = new Routes(folder);
        var ways = new ArrayList<Way>();
        for (Agreement schedule : documents) {
            of(folder, schedule)
                    .forEach((route, fields) -> ways.add(
                            new Way(route, fields, routes.hats(route), amongOthers(schedule, route.sender()))));
        }
        return ways;
    }

    /** All flows of all schedules, in order. */
    static List<Flow> flows(AgreementFolder folder, Asking asking) {
        return flows(folder, folder.agreements().values(), asking);
    }

    /** All flows of these documents, in order. */
    static List<Flow> flows(AgreementFolder folder, Collection<Agreement> documents, Asking asking) {
        var flows = new ArrayList<Flow>();
        ways(folder, documents).forEach(way -> flows.addAll(listed(way, asking)));
        flows.sort(Comparator.comparing(Flow::route));
        return flows;
    }

    /** The flows of a way that are worth listing. */
    static List<Flow> listed(Way way, Asking asking) {
        List<Flow> whole = asking.flows(way.route(), way.fields());
        // Where a schedule has each party share with all others, it does not mean with itself, unless that is lawful.
        if (way.amongOthers() && way.route().isWithinOne() && whole.stream().allMatch(Flow::not)) {
            return List.of();
        }
        var lessAs = new TreeSet<String>();
        way.hats().forEach((team, route) -> {
            if (isMore(whole, asking.flows(route, way.fields()))) {
                lessAs.add(Sentences.side(team));
            }
        });
        String caution = "Less may go as " + String.join(", as ", lessAs) + ".";
        return whole.stream()
                .map(flow -> lessAs.isEmpty() || flow.not() ? flow : flow.with(caution))
                .toList();
    }

    /** Whether some field gets further in these than in those. */
    static boolean isMore(List<Flow> these, List<Flow> those) {
        return these.stream()
                .anyMatch(flow -> flow.fields().stream()
                        .anyMatch(field -> flow.subjects().stream()
                                .anyMatch(about -> those.stream()
                                        .filter(other -> other.fields().contains(field)
                                                && other.subjects().contains(about))
                                        .anyMatch(other -> distance(flow) < distance(other)))));
    }

    private static int distance(Flow flow) {
        return switch (flow.answer()) {
            case FlowAnswer.May ignored -> 0;
            case FlowAnswer.Almost ignored -> 1;
            case FlowAnswer.Not ignored -> 2;
        };
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

    private static boolean amongOthers(Agreement schedule, Side sender) {
        return schedule.terms().stream()
                .flatMap(terms -> terms.recipients().stream())
                .anyMatch(recipient -> !recipient.organisation().equals(sender.organisation()));
    }

    private Map<Side, Route> hats(Route route) {
        var hats = new LinkedHashMap<Side, Route>();
        lesser(route.sender()).forEach(team -> hats.put(team, route.between(team, route.recipient())));
        lesser(route.recipient()).forEach(team -> hats.put(team, route.between(route.sender(), team)));
        return hats;
    }

    /** The teams of a whole organisation that are not all that it is. */
    private List<Side> lesser(Side side) {
        return side.team().isPresent()
                ? List.of()
                : teams.getOrDefault(side.organisation(), List.of()).stream()
                        .map(team -> new Side(side.organisation(), Optional.of(team.id())))
                        .filter(team -> !kinds(team).equals(kinds(side)))
                        .toList();
    }

    private Set<OrganisationKind> kinds(Side side) {
        return side.team()
                .map(folder.teams()::get)
                .map(Team::kinds)
                .or(() -> Optional.ofNullable(folder.organisations().get(side.organisation()))
                        .map(Organisation::kinds))
                .orElse(Set.of());
    }
}
