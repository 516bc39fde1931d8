package org.concordat.server.decisions;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.concordat.policy.agreements.Agreement;
import org.concordat.policy.agreements.AgreementFolder;
import org.concordat.policy.agreements.Dataset;
import org.concordat.policy.agreements.Organisation;
import org.concordat.policy.agreements.Purpose;
import org.concordat.policy.law.LawCondition;
import org.concordat.policy.law.LawPack;
import org.concordat.policy.law.LawRow;
import org.concordat.policy.words.RowKind;
import org.concordat.policy.words.Tier;
import org.springframework.stereotype.Component;

/** What can be asked about: organisations, datasets, purposes and law by code, with the names that people know them by. */
@Component
public final class Offered {

    private final CurrentFolder current;
    private final LawPack law;

    Offered(CurrentFolder current, LawPack law) {
        this.current = current;
        this.law = law;
    }

    /** Organisations that take part. */
    public Map<String, String> organisations() {
        return named(folder().organisations(), Organisation::name);
    }

    /** Datasets, each with its holder's name. */
    public Map<String, String> datasets() {
        Map<String, String> holders = organisations();
        return named(
                folder().datasets(), each -> each.name() + ", " + holders.getOrDefault(each.holder(), each.holder()));
    }

    /** Datasets by their names alone, for where their holder stands beside. */
    public Map<String, String> datasetNames() {
        return named(folder().datasets(), Dataset::name);
    }

    /** Datasets that the organisation holds. */
    public Map<String, String> datasetsOf(String organisation) {
        var own = new LinkedHashMap<>(folder().datasets());
        own.values().removeIf(dataset -> !dataset.holder().equals(organisation));
        return named(own, Dataset::name);
    }

    /** The dataset of that code. */
    public Optional<Dataset> dataset(String code) {
        return Optional.ofNullable(folder().datasets().get(code));
    }

    /** What for. */
    public Map<String, String> purposes() {
        return named(folder().purposes(), Purpose::name);
    }

    /** Roles in which a recipient sees what is shared. */
    public Map<String, String> roles() {
        return named(folder().roles(), name -> name);
    }

    /** Schedules under which something could be shared. */
    public Map<String, String> schedules() {
        var schedules = new LinkedHashMap<>(folder().agreements());
        schedules.values().removeIf(each -> each.tier() != Tier.SCHEDULE);
        return named(schedules, Agreement::title);
    }

    /** Rows of the law pack that can let something be shared. */
    public Map<String, String> powers() {
        return rows(row -> row.kind().isGateway() && row.kind() != RowKind.COMPATIBILITY);
    }

    /** Rows of the law pack that lift duties for one tested case. */
    public Map<String, String> exemptions() {
        return rows(row -> row.kind() == RowKind.EXEMPTION);
    }

    /** Paragraphs that complete a condition. */
    public Map<String, String> paragraphs() {
        return named(law.paragraphs(), LawCondition.Paragraph::citation);
    }

    /** What a code of the folder is called; the code itself where it has no name any more. */
    public String organisation(String code) {
        return organisations().getOrDefault(code, code);
    }

    private Map<String, String> rows(java.util.function.Predicate<LawRow> which) {
        var rows = new LinkedHashMap<>(law.rows());
        rows.values().removeIf(row -> !which.test(row));
        return named(rows, LawRow::provision);
    }

    private AgreementFolder folder() {
        return current.get();
    }

    /** In order of the names. */
    private static <T> Map<String, String> named(Map<String, T> things, Function<T, String> name) {
        var named = new LinkedHashMap<String, String>();
        Stream<Map.Entry<String, T>> entries = things.entrySet().stream();
        entries.map(each -> Map.entry(each.getKey(), name.apply(each.getValue())))
                .sorted(Comparator.comparing(Map.Entry<String, String>::getValue)
                        .thenComparing(Map.Entry::getKey))
                .forEach(each -> named.put(each.getKey(), each.getValue()));
        return named;
    }
}
