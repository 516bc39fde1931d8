package org.concordat.server.requests.web;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.concordat.server.catalogue.Catalogue;
import org.concordat.server.catalogue.CatalogueEntry;
import org.concordat.server.catalogue.EntryKind;
import org.concordat.server.foundation.forms.Option;
import org.concordat.server.parties.Organisation;
import org.concordat.server.parties.Organisations;
import org.concordat.server.parties.Person;
import org.concordat.server.parties.Persons;
import org.springframework.stereotype.Component;

/** What codes are called: organisations, datasets, purposes, people. A code without a name is shown as it is. */
@Component
class Names {

    private final Organisations organisations;
    private final Persons persons;
    private final Catalogue catalogue;

    Names(Organisations organisations, Persons persons, Catalogue catalogue) {
        this.organisations = organisations;
        this.persons = persons;
        this.catalogue = catalogue;
    }

    /** Organisations by code. */
    Map<String, String> organisations() {
        return organisations.all().stream().collect(Collectors.toMap(Organisation::code, Organisation::name));
    }

    /** All organisations but one, to choose from. */
    List<Option> organisationsBut(String code) {
        return organisations.all().stream()
                .filter(organisation -> !organisation.code().equals(code))
                .map(organisation -> Option.named(organisation.code(), organisation.name()))
                .toList();
    }

    /** Organisations to choose from. */
    List<Option> organisationOptions() {
        return organisationsBut("");
    }

    /** Entries of the catalogue by code. */
    Map<String, String> entries(EntryKind kind) {
        return catalogue.all(kind).stream().collect(Collectors.toMap(CatalogueEntry::code, CatalogueEntry::name));
    }

    /** Entries of the catalogue, to choose from; of a dataset it is said who holds it. */
    List<Option> options(EntryKind kind) {
        Map<String, String> holders = organisations();
        return catalogue.all(kind).stream()
                .map(entry -> Option.named(
                        entry.code(),
                        entry.name()
                                + entry.holder()
                                        .map(holder -> " (" + holders.getOrDefault(holder, holder) + ")")
                                        .orElse("")))
                .toList();
    }

    /** A colleague's name; of somebody elsewhere, the organisation's. */
    Optional<String> person(Optional<UUID> person, Optional<String> organisation) {
        return person.flatMap(persons::find)
                .map(Person::name)
                .or(() -> organisation.map(code -> organisations().getOrDefault(code, code)));
    }
}
