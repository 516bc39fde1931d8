package org.concordat.server.agreements.web;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.concordat.policy.law.LawPack;
import org.concordat.server.catalogue.Catalogue;
import org.concordat.server.catalogue.CatalogueEntry;
import org.concordat.server.catalogue.EntryKind;
import org.concordat.server.foundation.forms.Option;
import org.concordat.server.parties.Organisation;
import org.concordat.server.parties.Organisations;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What codes are called: organisations, teams, datasets, purposes, roles, provisions. A code without a name is shown as it is. */
@Component
class Names {

    private final Organisations organisations;
    private final Catalogue catalogue;
    private final LawPack law;
    private final JdbcClient sql;

    Names(Organisations organisations, Catalogue catalogue, LawPack law, JdbcClient sql) {
        this.organisations = organisations;
        this.catalogue = catalogue;
        this.law = law;
        this.sql = sql;
    }

    /** Organisations by code. */
    Map<String, String> organisations() {
        return organisations.all().stream().collect(Collectors.toMap(Organisation::code, Organisation::name));
    }

    /** Organisations to choose from. */
    List<Option> organisationOptions() {
        return organisations.all().stream()
                .map(each -> Option.named(each.code(), each.name()))
                .toList();
    }

    /** All names by what they are names of, in the words of {@link org.concordat.policy.agreements.FileShapes}. */
    @Transactional(readOnly = true)
    Map<String, Map<String, String>> all() {
        var teams = new HashMap<String, String>();
        sql.sql("select code, name from parties.team where closed_on is null")
                .query((row, number) -> teams.put(row.getString("code"), row.getString("name")))
                .list();
        var provisions = new HashMap<String, String>();
        law.rows().values().forEach(row -> provisions.put(row.id(), row.provision()));
        law.paragraphs().values().forEach(each -> provisions.put(each.id(), each.citation()));
        return Map.of(
                "organisation", organisations(),
                "team", teams,
                "dataset", entries(EntryKind.DATASET),
                "purpose", entries(EntryKind.PURPOSE),
                "role", entries(EntryKind.ROLE),
                "row of the law pack", provisions,
                "paragraph of the law pack", provisions);
    }

    private Map<String, String> entries(EntryKind kind) {
        return catalogue.all(kind).stream().collect(Collectors.toMap(CatalogueEntry::code, CatalogueEntry::name));
    }
}
