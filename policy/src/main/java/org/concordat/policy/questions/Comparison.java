package org.concordat.policy.questions;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.concordat.policy.agreements.Agreement;
import org.concordat.policy.decide.Request.Subjects;

/** The flows of one world asked about again in another, in which something has fallen away. */
final class Comparison {

    private final World world;
    private final LocalDate day;
    private final Change change;
    private final Asking before;
    private final Asking after;

    Comparison(World world, LocalDate day, Change change) {
        this.world = world;
        this.day = day;
        this.change = change;
        this.before = new Asking(world, day);
        this.after = new Asking(Supposing.after(change, world, day), day);
    }

    Impact run() {
        var shifts = new ArrayList<Shift>();
        int unaffected = 0;
        for (Routes.Way way : Routes.ways(world.folder())) {
            var own = new ArrayList<Shift>();
            before.flows(way.route(), way.fields()).forEach(flow -> own.addAll(shifts(flow)));
            shifts.addAll(own);
            unaffected += unaffected(Routes.listed(way, before), own);
        }
        shifts.sort(Comparator.comparing(Shift::route));
        return new Impact(change, day, shifts, unaffected);
    }

    private static int unaffected(List<Flow> flows, List<Shift> shifts) {
        return (int) flows.stream()
                .filter(flow -> shifts.stream().noneMatch(shift -> shift.isPartOf(flow)))
                .count();
    }

    private List<Shift> shifts(Flow flow) {
        var shifts = new ArrayList<Shift>();
        for (Flow then : after.flows(flow.route(), flow.fields())) {
            var subjects = EnumSet.copyOf(flow.subjects());
            subjects.retainAll(then.subjects());
            if (subjects.isEmpty() || then.answer().word().equals(flow.answer().word())) {
                continue;
            }
            shifts.add(new Shift(
                    flow.route(),
                    then.fields(),
                    subjects,
                    flow.answer(),
                    then.answer(),
                    flow.may() ? carriers(flow.route(), then.fields(), subjects) : List.of()));
        }
        return shifts;
    }

    private List<Shift.Carrier> carriers(Route route, Set<String> fields, Set<Subjects> subjects) {
        var carriers = new ArrayList<Shift.Carrier>();
        for (Agreement other : world.folder().schedulesCovering(route.dataset())) {
            Set<String> both = new TreeSet<>(
                    other.terms().map(terms -> terms.fieldsOf(route.dataset())).orElse(Set.of()));
            both.retainAll(fields);
            if (other.id().equals(route.schedule()) || both.isEmpty()) {
                continue;
            }
            Set<String> carried = carried(route.under(other.id()), both, subjects);
            if (!carried.isEmpty()) {
                carriers.add(new Shift.Carrier(other.id(), carried));
            }
        }
        return carriers;
    }

    /** Fields that may go that way about all of these. */
    private Set<String> carried(Route route, Set<String> fields, Set<Subjects> subjects) {
        var carried = new TreeSet<>(fields);
        for (Subjects about : subjects) {
            var may = new TreeSet<String>();
            after.flows(route, fields).stream()
                    .filter(flow -> flow.may() && flow.subjects().contains(about))
                    .forEach(flow -> may.addAll(flow.fields()));
            carried.retainAll(may);
        }
        return carried;
    }
}
