package org.concordat.server.parties.web;

import static org.concordat.server.foundation.acting.Role.ORGANISATION_ADMINISTRATOR;
import static org.concordat.server.foundation.acting.Role.PARTNERSHIP_ADMINISTRATOR;

import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.concordat.server.foundation.Refusal;
import org.concordat.server.foundation.acting.Acting;
import org.concordat.server.foundation.acting.Actor;
import org.concordat.server.foundation.acting.Role;
import org.concordat.server.foundation.pages.Crumb;
import org.concordat.server.parties.Assignment;
import org.concordat.server.parties.Organisation;
import org.concordat.server.parties.Organisations;
import org.concordat.server.parties.Person;
import org.concordat.server.parties.Persons;
import org.concordat.server.parties.Team;
import org.springframework.stereotype.Component;

/** Which people the one who acts sees and manages: what the pages about people have in common. */
@Component
class Colleagues {

    static final Crumb ALL = Crumb.key("parties.people.title", "/people");

    /** Roles that span the partnership; only its administrator gives and ends them. */
    private static final Set<Role> SPANNING = EnumSet.of(PARTNERSHIP_ADMINISTRATOR, Role.AUDITOR);

    private final Persons persons;
    private final Organisations organisations;

    Colleagues(Persons persons, Organisations organisations) {
        this.persons = persons;
        this.organisations = organisations;
    }

    /**
     * A role as a page shows it.
     *
     * @param team its name, or empty text
     * @param deputy their name, or empty text
     * @param mayMove whether it can be held in another team: it is for the organisation of the one who acts
     * @param mayChange whether the one who acts may end it
     */
    record Held(
            UUID id,
            String roleKey,
            String organisation,
            String team,
            String deputy,
            boolean mayMove,
            boolean mayChange,
            int version) {}

    /** The person of that id. */
    Person person(UUID id) {
        return persons.find(id).orElseThrow(() -> new Refusal(404, "PERSON-UNKNOWN", "parties.refusal.person"));
    }

    /** The roles of a person that the one who acts may see. */
    List<Held> roles(UUID person) {
        return persons.held(person).stream().map(this::shown).toList();
    }

    /** A role as a page shows it. */
    Held shown(Assignment role) {
        return new Held(
                role.id(),
                Offers.roleKey(role.role()),
                organisations.find(role.organisation()).map(Organisation::name).orElse(role.organisation()),
                role.team().flatMap(organisations::team).map(Team::name).orElse(""),
                role.deputy().flatMap(persons::find).map(Person::name).orElse(""),
                mayMove(role),
                mayChange(role),
                role.version());
    }

    /** That role of that person, where the one who acts may change it. */
    Assignment changeable(UUID person, UUID assignment) {
        return persons.role(assignment)
                .filter(role -> role.person().equals(person))
                .filter(Colleagues::mayChange)
                .orElseThrow(() -> new Refusal(404, "ROLE-UNKNOWN", "parties.refusal.role"));
    }

    static boolean mayMove(Assignment role) {
        return mayChange(role)
                && role.organisation().equals(Acting.inRole().organisation())
                && !SPANNING.contains(role.role());
    }

    private static boolean mayChange(Assignment role) {
        Actor.InRole actor = Acting.inRole();
        return actor.role() == PARTNERSHIP_ADMINISTRATOR
                || (actor.role() == ORGANISATION_ADMINISTRATOR
                        && role.organisation().equals(actor.organisation())
                        && !SPANNING.contains(role.role()));
    }

    /** Whether the one who acts gives roles, for their organisation. */
    static boolean mayGiveRoles() {
        Role role = Acting.inRole().role();
        return role == PARTNERSHIP_ADMINISTRATOR || role == ORGANISATION_ADMINISTRATOR;
    }

    /** Whether the one who acts manages the people of that person's organisation. */
    static boolean manages(Person person) {
        Actor.InRole actor = Acting.inRole();
        return actor.role() == PARTNERSHIP_ADMINISTRATOR
                || (actor.role() == ORGANISATION_ADMINISTRATOR
                        && person.organisation().equals(actor.organisation()));
    }

    /**
     * Whether the one who acts may open that person's account to them anew. Not where the account reaches further than they
     * do: they could let themselves in by it.
     */
    boolean mayHelp(Person person) {
        Actor.InRole actor = Acting.inRole();
        return manages(person)
                && (actor.role() == PARTNERSHIP_ADMINISTRATOR
                        || allRoles(person).stream()
                                .allMatch(role -> !SPANNING.contains(role.role())
                                        && role.organisation().equals(actor.organisation())));
    }

    /** Whether the one who acts may let that person leave. Who runs or audits the partnership gives that up first. */
    boolean mayLetGo(Person person) {
        return manages(person)
                && (Acting.inRole().role() == PARTNERSHIP_ADMINISTRATOR
                        || allRoles(person).stream().noneMatch(role -> SPANNING.contains(role.role())));
    }

    private List<Assignment> allRoles(Person person) {
        return Acting.asServer("find-role", () -> persons.held(person.id()));
    }

    /** The person of that id, to help. */
    Person helped(UUID id) {
        Person person = managed(id);
        if (!mayHelp(person)) {
            throw new Refusal(403, "ROLES-ELSEWHERE", "parties.refusal.roles-elsewhere");
        }
        return person;
    }

    /** The person of that id, to let go. */
    Person leaver(UUID id) {
        Person person = managed(id);
        if (!mayLetGo(person)) {
            throw new Refusal(403, "ROLES-ELSEWHERE", "parties.refusal.roles-elsewhere");
        }
        return person;
    }

    /** The person of that id, where the one who acts manages their organisation. */
    Person managed(UUID id) {
        Person person = person(id);
        if (!manages(person)) {
            throw new Refusal(403, "NOT-YOUR-ORGANISATION", "parties.refusal.other-organisation");
        }
        return person;
    }

    /** Refuses where this is the last who runs the partnership: nobody could give the role again. */
    void keepOneAdministrator(List<Assignment> ending) {
        if (ending.stream().anyMatch(role -> role.role() == PARTNERSHIP_ADMINISTRATOR)
                && persons.count(PARTNERSHIP_ADMINISTRATOR) <= 1) {
            throw new Refusal(409, "LAST-ADMINISTRATOR", "parties.refusal.last-administrator");
        }
    }

    /** The roles that the one who acts gives, by their words. */
    static Map<String, Role> rolesToGive() {
        Map<String, Role> roles = new LinkedHashMap<>();
        for (Role role : Role.values()) {
            if (Acting.inRole().role() == PARTNERSHIP_ADMINISTRATOR || !SPANNING.contains(role)) {
                roles.put(role.word(), role);
            }
        }
        return roles;
    }

    /** Who else works for an organisation or holds a role there: names by ids. */
    Map<String, String> namesOf(String organisation, UUID except) {
        Map<String, String> names = new LinkedHashMap<>();
        persons.of(organisation).stream()
                .map(Persons.WithRoles::person)
                .filter(person -> !person.id().equals(except))
                .forEach(person -> names.put(person.id().toString(), person.name()));
        return names;
    }

    /** Teams of the organisation of the one who acts: names by codes. */
    Map<String, String> teamNames() {
        Map<String, String> names = new LinkedHashMap<>();
        organisations.teams(Acting.inRole().organisation()).forEach(team -> names.put(team.code(), team.name()));
        return names;
    }

    /** All organisations that have not left: names by codes. */
    Map<String, String> organisationNames() {
        return organisations.all().stream()
                .filter(each -> each.leftOn().isEmpty())
                .collect(Collectors.toMap(Organisation::code, Organisation::name));
    }

    /** The way back from a page about a person. */
    static List<Crumb> crumbs(Person person) {
        return List.of(ALL, Crumb.named(person.name(), "/people/" + person.id()));
    }
}
