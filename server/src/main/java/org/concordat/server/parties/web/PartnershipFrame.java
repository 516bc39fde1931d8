package org.concordat.server.parties.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.concordat.server.foundation.access.AreaEntry;
import org.concordat.server.foundation.acting.Acting;
import org.concordat.server.foundation.acting.Actor;
import org.concordat.server.foundation.awaiting.AllAwaiting;
import org.concordat.server.foundation.pages.Frame;
import org.concordat.server.foundation.pages.FrameSource;
import org.concordat.server.parties.Organisation;
import org.concordat.server.parties.Organisations;
import org.concordat.server.parties.Person;
import org.concordat.server.parties.Persons;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** What stands around a page: who is signed in, in which role, and where they can go. */
@Component
class PartnershipFrame implements FrameSource {

    private final Persons persons;
    private final Organisations organisations;
    private final AllAwaiting awaiting;
    private final List<AreaEntry> areas;

    PartnershipFrame(
            Persons persons, Organisations organisations, AllAwaiting awaiting, ObjectProvider<AreaEntry> areas) {
        this.persons = persons;
        this.organisations = organisations;
        this.awaiting = awaiting;
        this.areas =
                areas.stream().sorted(Comparator.comparingInt(AreaEntry::place)).toList();
    }

    @Override
    public Frame frame(HttpServletRequest request) {
        return switch (Acting.current()) {
            case Actor.InRole inRole -> inRole(inRole, request.getRequestURI());
            case Actor.Undecided undecided ->
                new Frame(
                        Optional.empty(),
                        Optional.of(
                                new Frame.Wearer(name(undecided.person()), Optional.empty(), Optional.empty(), false)),
                        List.of(),
                        0,
                        false);
            case Actor.Nobody _, Actor.Client _, Actor.Server _ -> Frame.anonymous();
        };
    }

    private Frame inRole(Actor.InRole actor, String path) {
        String organisation =
                organisations.find(actor.organisation()).map(Organisation::name).orElse("");
        boolean canChange = persons.roles(actor.person()).size() > 1;
        return new Frame(
                Optional.empty(),
                Optional.of(new Frame.Wearer(
                        name(actor.person()),
                        Optional.of("parties.role." + actor.role().word()),
                        Optional.of(organisation),
                        canChange)),
                areas.stream()
                        .filter(area -> area.isFor(actor.role()))
                        .map(area -> Frame.Item.of(area.labelKey(), area.address(), path))
                        .toList(),
                awaiting.of(actor).size(),
                actor.practice());
    }

    private String name(UUID person) {
        return persons.find(person).map(Person::name).orElse("");
    }
}
