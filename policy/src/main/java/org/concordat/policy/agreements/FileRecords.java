package org.concordat.policy.agreements;

import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeSet;
import org.concordat.policy.agreements.Dataset.DatasetField;
import org.concordat.policy.law.Verification;
import org.concordat.policy.reading.Values;
import org.concordat.policy.words.Authorship;
import org.concordat.policy.words.ConfidenceRoute;
import org.concordat.policy.words.Detail;
import org.concordat.policy.words.Direction;
import org.concordat.policy.words.FieldClass;
import org.concordat.policy.words.LawfulBasis;
import org.concordat.policy.words.Nation;
import org.concordat.policy.words.OrganisationKind;
import org.concordat.policy.words.Origin;
import org.concordat.policy.words.PartyRole;
import org.concordat.policy.words.PurposeKind;
import org.concordat.policy.words.Sensitivity;
import org.concordat.policy.words.SharingForm;
import org.concordat.policy.words.SpecialCondition;
import org.concordat.policy.words.Tier;
import org.concordat.policy.words.Transparency;

/** Values that have their shape, as records. */
final class FileRecords {

    private FileRecords() {}

    static Organisation organisation(Values values) {
        return new Organisation(
                values.text("organisation"),
                values.text("name"),
                values.words("kinds", OrganisationKind.class),
                values.textSet("listed-in"),
                values.word("nation", Nation.class),
                values.groups("signatories").stream()
                        .map(signatory -> new Organisation.Signatory(
                                signatory.text("id"),
                                signatory.text("level"),
                                signatory.bytes("key"),
                                signatory.day("from"),
                                signatory.optionalDay("to")))
                        .toList());
    }

    static Team team(Values values) {
        return new Team(
                values.text("team"),
                values.text("name"),
                values.text("organisation"),
                values.words("kinds", OrganisationKind.class));
    }

    static Purpose purpose(Values values) {
        return new Purpose(values.text("purpose"), values.text("name"), values.words("kinds", PurposeKind.class));
    }

    static Dataset dataset(Values values) {
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
                values.text("dataset"),
                values.text("name"),
                values.text("holder"),
                values.word("origin", Origin.class),
                values.optionalText("received-under"),
                values.textSet("collected-for"),
                fields);
    }

    static Signature signature(Values values) {
        return new Signature(
                values.text("signature"),
                values.text("of"),
                values.text("fingerprint"),
                values.text("organisation"),
                values.text("signatory"),
                values.day("on"),
                values.has("value") ? Optional.of(values.bytes("value")) : Optional.empty());
    }

    static Verification verification(Values values) {
        return new Verification(
                values.text("verification"),
                values.text("row"),
                values.text("fingerprint"),
                values.text("officer"),
                values.day("on"),
                values.text("source"));
    }

    static Agreement agreement(Tier tier, Values values) {
        return new Agreement(
                values.text(tier.word()),
                tier,
                values.text("title"),
                values.whole("version"),
                values.optionalText("parent"),
                values.word("nation", Nation.class),
                values.day("from"),
                values.day("to"),
                values.day("review-by"),
                values.optionalDay("ended-on"),
                values.isYes("public-register"),
                values.groups("parties").stream().map(FileRecords::party).toList(),
                values.group("purpose").textSet("purposes"),
                values.words("forms", SharingForm.class),
                tier == Tier.SCHEDULE ? Optional.of(terms(values)) : Optional.empty(),
                values);
    }

    private static Agreement.Party party(Values values) {
        return new Agreement.Party(
                values.text("organisation"),
                values.word("role", PartyRole.class),
                values.words("acts-as", Direction.class),
                values.day("joined"),
                values.optionalDay("left"));
    }

    static Joining joining(Values values) {
        return new Joining(
                values.words("kinds", OrganisationKind.class),
                values.words("acts-as", Direction.class),
                values.text("like"),
                values.optionalText("accepted-by"));
    }

    static Accession accession(Values values) {
        return new Accession(
                values.text("accession"),
                values.text("to"),
                values.text("organisation"),
                values.text("like"),
                values.day("joined"),
                values.optionalDay("left"),
                values.groups("datasets").stream()
                        .map(pair -> new Accession.Brought(
                                pair.text("dataset"), pair.text("stands-for"), pair.textSet("fields")))
                        .toList(),
                values.textSet("teams"),
                values.textSet("roles"),
                values);
    }

    private static Terms terms(Values values) {
        Values law = values.group("law");
        Values retention = values.group("retention");
        return new Terms(
                law.groups("powers").stream()
                        .map(power -> new Terms.PowerOf(power.text("organisation"), power.text("row")))
                        .toList(),
                law.groups("bases").stream().map(FileRecords::basis).toList(),
                law.isYes("law-enforcement"),
                law.word("confidentiality", ConfidenceRoute.class),
                law.has("consent"),
                law.textSet("further-processing"),
                values.groups("data").stream()
                        .map(item -> new Terms.Item(item.text("dataset"), new TreeSet<>(item.texts("fields"))))
                        .toList(),
                values.group("flow").groups("recipients").stream()
                        .map(recipient -> new Terms.Recipient(
                                recipient.text("organisation"),
                                recipient.optionalText("team"),
                                recipient.textSet("roles")))
                        .toList(),
                values.group("flow").textSet("onward-to"),
                new Terms.Retention(
                        retention.whole("shared-days"),
                        retention.whole("derived-days"),
                        retention.isYes("certificate")),
                safeguards(values.group("safeguards")));
    }

    private static Terms.BasisOf basis(Values values) {
        return new Terms.BasisOf(
                values.text("organisation"),
                values.word("basis", LawfulBasis.class),
                values.optionalWord("condition", SpecialCondition.class),
                values.optionalText("paragraph"),
                values.optionalText("criminal-paragraph"),
                values.has("policy-document"));
    }

    private static Terms.Safeguards safeguards(Values values) {
        Optional<Integer> expires = values.optionalWhole("expires-after-days");
        return new Terms.Safeguards(
                values.whole("suppress-below"),
                values.isYes("second-approver"),
                values.isYes("significant-decisions"),
                values.word("transparency", Transparency.class),
                values.isYes("impact-assessment"),
                expires.isPresent() ? OptionalInt.of(expires.get()) : OptionalInt.empty());
    }
}
