package org.concordat.server.requests;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.concordat.policy.agreements.AgreementFolder;
import org.concordat.policy.agreements.Dataset;
import org.concordat.policy.agreements.Dataset.DatasetField;
import org.concordat.policy.law.LawPack;
import org.concordat.policy.law.Verification;
import org.concordat.policy.questions.Powers;
import org.concordat.policy.reading.Values;
import org.concordat.policy.words.Authorship;
import org.concordat.policy.words.Detail;
import org.concordat.policy.words.FieldClass;
import org.concordat.policy.words.Origin;
import org.concordat.policy.words.PurposeKind;
import org.concordat.policy.words.Sensitivity;
import org.concordat.policy.words.SharingForm;
import org.concordat.server.catalogue.Catalogue;
import org.concordat.server.catalogue.CatalogueEntry;
import org.concordat.server.catalogue.EntryKind;
import org.concordat.server.decisions.WorkingDays;
import org.concordat.server.decisions.facts.FolderSource;
import org.concordat.server.parties.Organisation;
import org.concordat.server.parties.Organisations;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What a request asks for, in the words of module {@code policy}, so that the law pack can be asked about it. */
@Component
@Transactional(readOnly = true)
public class Outlines {

    private final Organisations organisations;
    private final Catalogue catalogue;
    private final LawPack law;
    private final ObjectProvider<FolderSource> folders;
    private final Clock clock;

    Outlines(
            Organisations organisations,
            Catalogue catalogue,
            LawPack law,
            ObjectProvider<FolderSource> folders,
            Clock clock) {
        this.organisations = organisations;
        this.catalogue = catalogue;
        this.law = law;
        this.folders = folders;
        this.clock = clock;
    }

    /** Today, in London. */
    public LocalDate today() {
        return WorkingDays.day(clock.instant());
    }

    /** What was agreed, as decisions read it; empty where nobody keeps agreements here. */
    public Optional<AgreementFolder> folder() {
        return Optional.ofNullable(folders.getIfAvailable()).map(FolderSource::folder);
    }

    /** The law that this server decides by. */
    public LawPack law() {
        return law;
    }

    /** The dataset that an entry of the catalogue describes. */
    public Optional<Dataset> dataset(String code) {
        return catalogue.find(EntryKind.DATASET, code).map(this::dataset);
    }

    private Dataset dataset(CatalogueEntry entry) {
        Values values = catalogue.values(entry);
        var fields = new LinkedHashMap<String, DatasetField>();
        for (Values field : values.groups("fields")) {
            fields.put(
                    field.text("field"),
                    new DatasetField(
                            field.text("field"),
                            field.word("class", FieldClass.class),
                            field.word("written-as", Authorship.class),
                            field.words("sensitive", Sensitivity.class),
                            field.optionalWord("detail", Detail.class).orElse(Detail.OTHER),
                            field.optionalText("codes")));
        }
        return new Dataset(
                entry.code(),
                entry.name(),
                values.text("holder"),
                values.word("origin", Origin.class),
                values.optionalText("received-under"),
                values.textSet("collected-for"),
                fields);
    }

    /** What a purpose of the catalogue is for; none where it is not known. */
    public Set<PurposeKind> kindsOf(String purpose) {
        return catalogue
                .find(EntryKind.PURPOSE, purpose)
                .map(entry -> catalogue.values(entry).words("kinds", PurposeKind.class))
                .orElse(Set.of());
    }

    /** What is sensitive about the data of a request. */
    public Set<Sensitivity> sensitivities(Need need) {
        return need.datasets().stream()
                .flatMap(code -> dataset(code).stream())
                .flatMap(dataset -> fields(dataset, need.fieldsOf(dataset.id())).stream())
                .flatMap(field -> field.sensitivities().stream())
                .collect(Collectors.toSet());
    }

    /** Whether any of the data were told in confidence. */
    public boolean isConfidential(Need need) {
        return need.datasets().stream()
                .flatMap(code -> dataset(code).stream())
                .anyMatch(dataset -> dataset.origin().isConfidential());
    }

    /**
     * Which powers could carry a request: those that cover every dataset of it. Empty while it does not say for what, in which
     * form and which datasets.
     */
    public Optional<Powers> powers(DataRequest request) {
        Need need = request.need();
        Optional<org.concordat.policy.agreements.Organisation> sender = body(request.supplying());
        Optional<org.concordat.policy.agreements.Organisation> recipient = body(request.asking());
        Set<PurposeKind> kinds = need.purpose().map(this::kindsOf).orElse(Set.of());
        if (kinds.isEmpty() || need.form().isEmpty() || sender.isEmpty() || recipient.isEmpty()) {
            return Optional.empty();
        }
        return need.datasets().stream()
                .flatMap(code -> dataset(code).stream())
                .map(dataset -> new Powers.Outline(
                        sender.get(),
                        recipient.get(),
                        kinds,
                        dataset.origin(),
                        fields(dataset, need.fieldsOf(dataset.id())),
                        need.form().get()))
                .map(this::powers)
                .reduce(Outlines::both);
    }

    /** Which powers could carry a share of this outline, with what officers here have verified. */
    public Powers powers(Powers.Outline outline) {
        List<Verification> verifications =
                folder().map(AgreementFolder::verifications).orElse(List.of());
        return Powers.of(outline, law, verifications, today());
    }

    /** The outline of a share between two organisations, of data of which only the kind is known. */
    public Optional<Powers.Outline> outline(
            String sender,
            String recipient,
            PurposeKind purpose,
            Origin origin,
            List<DatasetField> fields,
            SharingForm form) {
        return body(sender)
                .flatMap(from ->
                        body(recipient).map(to -> new Powers.Outline(from, to, Set.of(purpose), origin, fields, form)));
    }

    private static Powers both(Powers one, Powers other) {
        var carrying = new ArrayList<Powers.Power>();
        var against = new ArrayList<>(one.against());
        against.addAll(other.against());
        for (Powers.Power power : one.carrying()) {
            if (other.carrying().stream()
                    .anyMatch(each -> each.row().id().equals(power.row().id()))) {
                carrying.add(power);
            }
        }
        return new Powers(carrying, against, one.restriction().or(other::restriction));
    }

    /** The fields that are needed; all of the dataset where it is not said which. */
    private static List<DatasetField> fields(Dataset dataset, List<String> needed) {
        List<DatasetField> some = dataset.fields().values().stream()
                .filter(field -> needed.contains(field.id()))
                .toList();
        return some.isEmpty() ? List.copyOf(dataset.fields().values()) : some;
    }

    private Optional<org.concordat.policy.agreements.Organisation> body(String code) {
        return organisations.find(code).map(Outlines::body);
    }

    private static org.concordat.policy.agreements.Organisation body(Organisation organisation) {
        return new org.concordat.policy.agreements.Organisation(
                organisation.code(),
                organisation.name(),
                organisation.kinds(),
                organisation.listedIn(),
                organisation.nation(),
                List.of());
    }
}
