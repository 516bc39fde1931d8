package org.concordat.server.parties.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.concordat.server.foundation.access.OpenTo;
import org.concordat.server.foundation.access.OpenTo.Audience;
import org.concordat.server.foundation.acting.Acting;
import org.concordat.server.foundation.acting.Actor;
import org.concordat.server.foundation.acting.Role;
import org.concordat.server.foundation.lists.Column;
import org.concordat.server.foundation.lists.CsvFile;
import org.concordat.server.foundation.lists.Found;
import org.concordat.server.foundation.lists.ListShape;
import org.concordat.server.foundation.lists.Listing;
import org.concordat.server.parties.Organisation;
import org.concordat.server.parties.Organisations;
import org.concordat.server.parties.PartyLists;
import org.concordat.server.parties.Person;
import org.concordat.server.parties.Persons;
import org.concordat.server.parties.Team;
import org.concordat.server.parties.Trainings;
import org.concordat.server.parties.internal.Invitations;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;

/**
 * The people of one's own organisation, and each of them with roles and training. Who acts for the whole partnership sees
 * those of all organisations.
 */
@Controller
class PeoplePages {

    private static final ListShape LIST = ListShape.of(
                    Column.sorted("name", "parties.person.name", "lower(p.name)"),
                    Column.sorted("email", "parties.email", "lower(p.email)"),
                    Column.sorted("employer", "parties.employer", "p.organisation"),
                    Column.plain("roles", "parties.person.roles"))
            .filteredBy("name", "role", "team", "organisation");

    private final PartyLists lists;
    private final Organisations organisations;
    private final Invitations invitations;
    private final Trainings trainings;
    private final Colleagues colleagues;
    private final MessageSource messages;
    private final Clock clock;

    PeoplePages(
            PartyLists lists,
            Organisations organisations,
            Invitations invitations,
            Trainings trainings,
            Colleagues colleagues,
            MessageSource messages,
            Clock clock) {
        this.lists = lists;
        this.organisations = organisations;
        this.invitations = invitations;
        this.trainings = trainings;
        this.colleagues = colleagues;
        this.messages = messages;
        this.clock = clock;
    }

    @GetMapping("/people")
    @OpenTo(Audience.ANY_ROLE)
    @Nullable ModelAndView all(HttpServletRequest request, HttpServletResponse response, Locale locale) throws IOException {
        Actor.InRole actor = Acting.inRole();
        boolean everywhere = actor.role().span() == Role.Span.PARTNERSHIP;
        Listing asked = LIST.read(request);
        Optional<String> where = everywhere ? asked.filter("organisation") : Optional.of(actor.organisation());
        Found<Persons.WithRoles> found = lists.people(asked, where);
        if (asked.csv()) {
            download(found.rows(), response, locale);
            return null;
        }
        Map<String, String> names =
                organisations.all().stream().collect(Collectors.toMap(Organisation::code, Organisation::name));
        boolean mayInvite = Colleagues.mayGiveRoles();
        return new ModelAndView("parties/people", "people", found)
                .addObject(
                        "organisation", organisations.find(actor.organisation()).orElseThrow())
                .addObject("everywhere", everywhere)
                .addObject("organisationNames", names)
                .addObject("organisations", Offers.named(names))
                .addObject("teamNames", teamNames(found.rows()))
                .addObject("teams", Offers.named(colleagues.teamNames()))
                .addObject("roles", Offers.roles(List.of(Role.values())))
                .addObject("mayInvite", mayInvite)
                .addObject("waiting", mayInvite ? invitations.waiting(where.orElse(actor.organisation())) : List.of());
    }

    private void download(List<Persons.WithRoles> rows, HttpServletResponse response, Locale locale)
            throws IOException {
        CsvFile file = CsvFile.download(response, "people.csv", List.of("name", "e-mail", "organisation", "roles"));
        for (Persons.WithRoles each : rows) {
            file.row(
                    each.person().name(),
                    each.person().email(),
                    each.person().organisation(),
                    each.roles().stream()
                            .map(role -> messages.getMessage(Offers.roleKey(role.role()), null, locale)
                                    + role.team().map(team -> " (" + team + ")").orElse(""))
                            .collect(Collectors.joining("; ")));
        }
    }

    private Map<String, String> teamNames(List<Persons.WithRoles> rows) {
        Map<String, String> names = new HashMap<>();
        rows.stream()
                .flatMap(each -> each.roles().stream())
                .flatMap(role -> role.team().stream())
                .forEach(code -> names.computeIfAbsent(
                        code, team -> organisations.team(team).map(Team::name).orElse(team)));
        return names;
    }

    @GetMapping("/people/{id}")
    @OpenTo(Audience.ANY_ROLE)
    ModelAndView one(@PathVariable UUID id) {
        Person person = colleagues.person(id);
        Actor.InRole actor = Acting.inRole();
        boolean here = person.leftOn().isEmpty();
        boolean self = actor.person().equals(id);
        return new ModelAndView("parties/person", "person", person)
                .addObject("employer", organisations.find(person.organisation()).orElseThrow())
                .addObject("roles", colleagues.roles(id))
                .addObject("standings", trainings.of(id))
                .addObject("today", LocalDate.now(clock))
                .addObject("mayChange", here && Colleagues.mayGiveRoles())
                .addObject("mayAmend", here && Colleagues.manages(person))
                .addObject("mayTrain", here && trainings.mayRecord(id))
                .addObject("mayEndSessions", here && !self && Colleagues.manages(person))
                .addObject("mayHelp", here && !self && colleagues.mayHelp(person))
                .addObject("mayLetGo", here && colleagues.mayLetGo(person))
                .addObject("crumbs", List.of(Colleagues.ALL));
    }
}
