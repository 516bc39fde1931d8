package org.concordat.policy.agreements;

import static org.concordat.policy.reading.Shape.any;
import static org.concordat.policy.reading.Shape.group;
import static org.concordat.policy.reading.Shape.optional;
import static org.concordat.policy.reading.Shape.required;
import static org.concordat.policy.reading.Shape.some;
import static org.concordat.policy.reading.Shape.word;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.concordat.policy.reading.JsonSchema;
import org.concordat.policy.reading.Shape;
import org.concordat.policy.reading.Shape.Field;
import org.concordat.policy.reading.Shape.Group;
import org.concordat.policy.reading.Shape.Prose;
import org.concordat.policy.reading.Shape.Reference;
import org.concordat.policy.reading.Shape.Whole;
import org.concordat.policy.reading.Shape.YesNo;
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

/** What each kind of file may hold. The first field of a file tells its kind and gives its id. */
public final class FileShapes {

    private static final Prose LINE = new Prose(300);
    private static final Prose TEXT = new Prose(4_000);
    private static final Shape DAY = new Shape.Day();
    private static final Shape YES_NO = new YesNo();
    private static final Reference ORGANISATION = new Reference("organisation");
    private static final Reference PURPOSE = new Reference("purpose");

    private static final Group SIGNATORY = group(
            required("id", new Shape.Id(), "An id, never a name."),
            required("level", LINE, "Their office, such as chief executive."),
            required("key", new Shape.Bytes(32), "Their Ed25519 public key in base64."),
            required("from", DAY, "First day on which they may sign."),
            optional("to", DAY, "Last day on which they may sign."));

    private static final Group PARTY = group(
            required("organisation", ORGANISATION, "Which organisation."),
            required("role", word(PartyRole.class), "What it is in data-protection terms."),
            required("acts-as", some(word(Direction.class)), "Whether it sends, receives or both."),
            required("lead-owner", LINE, "The office that looks after the agreement there."),
            required("signatory", LINE, "The office that signs. A name typed here is not a signature."),
            required("joined", DAY, "First day as a party."),
            optional("left", DAY, "Last day as a party."));

    private static final Group JOINING = group(
            required("kinds", some(word(OrganisationKind.class)), "What a joiner may be, and nothing besides."),
            required("acts-as", some(word(Direction.class)), "Whether it may send, receive or both."),
            required(
                    "like",
                    ORGANISATION,
                    "The party whose role, powers, lawful basis and roles as recipient a joiner takes over."),
            optional("accepted-by", ORGANISATION, "The party that accepts each joiner by signing its accession."),
            optional("open", YES_NO, "Yes where nobody need accept joiners."));

    private static final Group BROUGHT = group(
            required("dataset", new Reference("dataset"), "A dataset of the joiner."),
            required("stands-for", new Reference("dataset"), "The dataset of the other party whose place it takes."),
            optional(
                    "fields",
                    some(new Reference("field of the dataset")),
                    "Which fields. Left out: all that are shared of the other."));

    private static final Group VERSION = group(
            required("version", new Whole(1, 9_999), "Its number."),
            required("on", DAY, "When it was made."),
            required("change", TEXT, "What changed."));

    private static final Group AIMS = group(
            required("purposes", some(PURPOSE), "The purposes, by id."),
            required("aim", TEXT, "What the sharing is to achieve."),
            required("necessity", TEXT, "Why it cannot be achieved with less."),
            required("benefits", TEXT, "What good it does, for whom."),
            required("risk-of-not-sharing", TEXT, "What happens otherwise."),
            required("function-served", TEXT, "Which functions of the parties it serves."),
            required("people-affected", TEXT, "Whom the data are about."),
            required("measure-of-success", TEXT, "How one will know that it worked."));

    private static final Group POWER = group(
            required("organisation", ORGANISATION, "Who relies on it."),
            required("row", new Reference("row of the law pack"), "The row of the law pack."),
            optional("note", TEXT, "Anything to add."));

    private static final Group BASIS = group(
            required("organisation", ORGANISATION, "Who relies on it."),
            required("basis", word(LawfulBasis.class), "The lawful basis."),
            optional("condition", word(SpecialCondition.class), "The condition for special categories."),
            optional("paragraph", new Reference("paragraph of the law pack"), "The paragraph that completes it."),
            optional(
                    "criminal-paragraph",
                    new Reference("paragraph of the law pack"),
                    "The paragraph that allows criminal data."),
            optional("policy-document", TEXT, "Where the appropriate policy document is."));

    private static final Group CONSENT = group(
            required("route", TEXT, "How, when and by whom consent is asked, refreshed and withdrawn."),
            required("wording", TEXT, "The words the person agrees to, or the form that holds them."));

    private static final Group LAW = group(
            required("powers", some(POWER), "The power of each sender."),
            required("bases", some(BASIS), "The lawful basis of each party."),
            required("law-enforcement", YES_NO, "Whether the separate regime for law enforcement applies."),
            required("confidentiality", word(ConfidenceRoute.class), "What lifts the duty of confidence, if any."),
            required("human-rights", TEXT, "Why it is proportionate to people's private and family life."),
            optional("consent", CONSENT, "Only where consent is the basis or lifts confidence."),
            optional("further-processing", any(PURPOSE), "Other purposes that are permitted."));

    private static final Group ITEM = group(
            required("dataset", new Reference("dataset"), "Which dataset."),
            required("fields", some(new Reference("field of the dataset")), "Which of its fields."),
            required("people", LINE, "An individual, or which class of people."),
            required("why-minimum", TEXT, "Why each field is needed."),
            required("source-system", LINE, "The system it comes from."),
            required("quality", TEXT, "How good it is."),
            required("format", LINE, "The form it comes in."),
            optional("matched-on", some(new Reference("field of the dataset")), "Fields used to match."));

    private static final Group RECIPIENT = group(
            required("organisation", ORGANISATION, "Who receives."),
            optional("team", new Reference("team"), "Which team, when not the whole organisation."),
            required("roles", some(new Reference("role")), "Which roles may see it."));

    private static final Group FLOW = group(
            required("trigger", TEXT, "What sets it off."),
            required("how-often", new Shape.OneOf(List.of("once", "ongoing")), "Once or ongoing."),
            required("frequency", LINE, "How often."),
            required("method", TEXT, "How it travels."),
            required("security", TEXT, "How it is protected."),
            required("recipients", some(RECIPIENT), "Who may see it."),
            required("after-receipt", TEXT, "What happens after receipt."),
            required("onward", TEXT, "Whether it may be passed on."),
            required("onward-to", any(ORGANISATION), "To whom it may be passed on. An empty list: to nobody."));

    private static final Group RETENTION = group(
            required("shared-days", new Whole(1, 36_500), "Days for which what was shared is kept."),
            required("derived-days", new Whole(1, 36_500), "Days for which what was made of it is kept."),
            required("destruction", TEXT, "How it is destroyed."),
            required("certificate", YES_NO, "Whether the sender gets a certificate."));

    private static final Group SAFEGUARDS = group(
            required("suppress-below", new Whole(0, 1_000), "Counts below this are hidden. 0: none are."),
            required("second-approver", YES_NO, "Whether each share needs a second approver."),
            required("significant-decisions", YES_NO, "Whether decisions that weigh on people may follow."),
            required("transparency", word(Transparency.class), "Whether the person learns of it."),
            required("impact-assessment", YES_NO, "Whether a data protection impact assessment must be done."),
            optional("expires-after-days", new Whole(1, 3_650), "Days after which a release can no longer be opened."));

    private static final Group ASSURANCE = group(
            required("access", TEXT, "Who answers people who ask for their data, and how."),
            required("objection", TEXT, "Who answers objections, and how."),
            required("correction", TEXT, "Who corrects, and tells the others."),
            required("complaint", TEXT, "Who answers complaints, and how."),
            required("freedom-of-information", TEXT, "Who answers such requests, and whom they ask."),
            required("privacy-notice", TEXT, "Where people can read of it."),
            required("impact-assessment", TEXT, "What the impact assessment found."),
            required("breach", TEXT, "Whom to tell of a breach, and within how many hours."),
            required("audit", TEXT, "Who checks, how often."),
            required("training", TEXT, "Who must be trained in what, how often."),
            required("indemnity", TEXT, "Who bears what."),
            required("forms", TEXT, "The forms for requests and decisions."));

    /** All kinds of file, by the field that tells the kind. */
    public static final Map<String, Group> KINDS = kinds();

    private FileShapes() {}

    /** The published JSON Schema of all kinds. */
    public static String schema() {
        return JsonSchema.of("A file of a Concordat agreement folder", KINDS);
    }

    private static Map<String, Group> kinds() {
        var kinds = new TreeMap<String, Group>();
        for (Tier tier : Tier.values()) {
            kinds.put(tier.word(), agreement(tier));
        }
        kinds.put("accession", accession());
        kinds.put(
                "organisation",
                group(
                        required("organisation", new Shape.Id(), "Its id."),
                        required("name", LINE, "What people call it."),
                        required("legal-name", LINE, "Its legal name."),
                        required("kinds", some(word(OrganisationKind.class)), "What it is, all at once."),
                        optional(
                                "listed-in",
                                some(new Reference("row of the law pack")),
                                "The provisions whose own list names it. Say so only when you have looked."),
                        required("nation", word(Nation.class), "Where it acts."),
                        required("data-protection-officer", LINE, "The office, and how to reach it."),
                        required("contact", LINE, "Whom to ask."),
                        optional("signatories", some(SIGNATORY), "Who may sign, with which key.")));
        kinds.put(
                "team",
                group(
                        required("team", new Shape.Id(), "Its id."),
                        required("name", LINE, "What people call it."),
                        required("organisation", ORGANISATION, "To which it belongs."),
                        required(
                                "kinds",
                                some(word(OrganisationKind.class)),
                                "Which of its organisation's kinds it acts as.")));
        kinds.put(
                "role",
                group(required("role", new Shape.Id(), "Its id."), required("name", LINE, "What people call it.")));
        kinds.put(
                "dataset",
                group(
                        required("dataset", new Shape.Id(), "Its id."),
                        required("name", LINE, "What people call it."),
                        required("holder", ORGANISATION, "Who holds it."),
                        required("origin", word(Origin.class), "Under which regime its values were collected."),
                        optional(
                                "received-under",
                                new Reference("row of the law pack"),
                                "The gateway through which its holder got it."),
                        required("collected-for", some(PURPOSE), "Why it was collected."),
                        required("fields", some(datasetField()), "Its fields.")));
        kinds.put(
                "purpose",
                group(
                        required("purpose", new Shape.Id(), "Its id."),
                        required("name", LINE, "What people call it."),
                        required("kinds", some(word(PurposeKind.class)), "What it is for, in the words of gateways."),
                        required("about", TEXT, "In plain English.")));
        kinds.put(
                "code-list",
                group(
                        required("code-list", new Shape.Id(), "Its id."),
                        required("name", LINE, "What people call it."),
                        required(
                                "codes",
                                some(group(
                                        required("code", LINE, "As it stands in the data."),
                                        required("means", LINE, "What it means."))),
                                "Its codes.")));
        kinds.put(
                "signature",
                group(
                        required("signature", new Shape.Id(), "Its id."),
                        required("of", new Reference("protocol, agreement, schedule or accession"), "What is signed."),
                        required("fingerprint", LINE, "Of what was signed."),
                        required("organisation", ORGANISATION, "For whom."),
                        required("signatory", new Reference("signatory"), "Who of its signatories."),
                        required("on", DAY, "When."),
                        optional(
                                "value",
                                new Shape.Bytes(64),
                                "The Ed25519 signature in base64. Without it, a typed name.")));
        kinds.put(
                "verification",
                group(
                        required("verification", new Shape.Id(), "Its id."),
                        required("row", new Reference("row of the law pack"), "The row that was checked."),
                        required("fingerprint", LINE, "Of the row, as it stood."),
                        required("officer", new Shape.Id(), "Who checked: an id, never a name."),
                        required("on", DAY, "When."),
                        required("source", TEXT, "Where the text was read."),
                        required("in-force", new Shape.OneOf(List.of("yes")), "That it is in force as it stands.")));
        return Collections.unmodifiableMap(kinds);
    }

    private static Group accession() {
        return group(
                required("accession", new Shape.Id(), "Its id."),
                required("to", new Reference("protocol, agreement or schedule"), "What is joined."),
                required("organisation", ORGANISATION, "Who joins."),
                required("like", ORGANISATION, "The party it joins like, as the document says."),
                required("lead-owner", LINE, "The office that looks after the agreement there."),
                required("signatory", LINE, "The office that signs. A name typed here is not a signature."),
                required("joined", DAY, "First day as a party."),
                optional("left", DAY, "Last day as a party."),
                optional("datasets", some(BROUGHT), "What it sends, where the other party sends."),
                optional("teams", some(new Reference("team")), "Which of its teams receive. Left out: all of it."),
                optional(
                        "roles",
                        some(new Reference("role")),
                        "In which roles it receives. Left out: in those of the other party."));
    }

    private static Group datasetField() {
        return group(
                required("field", new Shape.Id(), "Its id."),
                required("about", LINE, "What it holds."),
                required("class", word(FieldClass.class), "Its class."),
                required("written-as", word(Authorship.class), "Whether a person wrote it, and as what."),
                optional("sensitive", some(word(Sensitivity.class)), "What makes it sensitive."),
                optional("detail", word(Detail.class), "What it holds, where law counts details."),
                optional("codes", new Reference("code-list"), "The codes it uses."));
    }

    private static Group agreement(Tier tier) {
        boolean schedule = tier == Tier.SCHEDULE;
        boolean protocol = tier == Tier.PROTOCOL;
        var fields = new java.util.ArrayList<Field>();
        fields.add(required(tier.word(), new Shape.Id(), "Its reference."));
        fields.add(required("title", LINE, "Its title."));
        if (!protocol) {
            fields.add(required("parent", new Reference(schedule ? "agreement" : "protocol"), "What it lies within."));
        }
        fields.addAll(List.of(
                required("version", new Whole(1, 9_999), "Its version."),
                required("versions", some(VERSION), "What changed, version by version."),
                required("nation", word(Nation.class), "Whose law applies."),
                required("from", DAY, "First day."),
                required("to", DAY, "Last day."),
                required("review-by", DAY, "By when it is reviewed."),
                required("review-trigger", TEXT, "What else calls for a review."),
                required("termination", TEXT, "How it can be ended."),
                optional("ended-on", DAY, "Its last day, when it was ended early."),
                required("public-register", YES_NO, "Whether it is on a public register."),
                required("parties", some(PARTY), "Who agrees."),
                optional("joining", JOINING, "Who may join later, with nobody signing again. Left out: nobody."),
                required("purpose", AIMS, "What for."),
                required("forms", some(word(SharingForm.class)), "The forms of sharing it allows.")));
        if (schedule) {
            fields.addAll(List.of(
                    required("law", LAW, "Why it is lawful."),
                    required("data", some(ITEM), "What is shared."),
                    required("flow", FLOW, "How."),
                    required("retention", RETENTION, "How long."),
                    required("safeguards", SAFEGUARDS, "What protects people.")));
        }
        fields.add(new Field("assurance", ASSURANCE, protocol, "Rights and assurance, unless the tier above says it."));
        return new Group(fields);
    }
}
