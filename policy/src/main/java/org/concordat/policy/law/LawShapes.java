package org.concordat.policy.law;

import static org.concordat.policy.reading.Shape.any;
import static org.concordat.policy.reading.Shape.group;
import static org.concordat.policy.reading.Shape.optional;
import static org.concordat.policy.reading.Shape.required;
import static org.concordat.policy.reading.Shape.some;
import static org.concordat.policy.reading.Shape.word;

import org.concordat.policy.reading.Shape;
import org.concordat.policy.reading.Shape.Group;
import org.concordat.policy.reading.Shape.Prose;
import org.concordat.policy.reading.Shape.Reference;
import org.concordat.policy.reading.Shape.Whole;
import org.concordat.policy.reading.Shape.YesNo;
import org.concordat.policy.words.Detail;
import org.concordat.policy.words.FactName;
import org.concordat.policy.words.FieldClass;
import org.concordat.policy.words.Force;
import org.concordat.policy.words.LawfulBasis;
import org.concordat.policy.words.Mark;
import org.concordat.policy.words.Nation;
import org.concordat.policy.words.OrganisationKind;
import org.concordat.policy.words.Origin;
import org.concordat.policy.words.PurposeKind;
import org.concordat.policy.words.RowKind;
import org.concordat.policy.words.Sensitivity;
import org.concordat.policy.words.SharingForm;
import org.concordat.policy.words.SpecialCondition;

/** What the files of a law pack may hold. */
public final class LawShapes {

    private static final Prose LINE = new Prose(300);
    private static final Prose TEXT = new Prose(2_000);

    private static final Group BODIES = group(
            optional("anyone", new YesNo(), "Whether every body is meant."),
            optional("listed", new YesNo(), "Whether those are meant whom the provision's own list names."),
            optional("kinds", some(word(OrganisationKind.class)), "Which kinds of body."));

    private static final Group EXCLUSION = group(
            optional("senders", some(word(OrganisationKind.class)), "Only when sent by one of these kinds of body."),
            optional("origins", some(word(Origin.class)), "Data of these origins."),
            optional("sensitivities", some(word(Sensitivity.class)), "Data sensitive in these ways."),
            optional("classes", some(word(FieldClass.class)), "Fields of these classes."),
            optional("personal", new YesNo(), "Any personal data."));

    private static final Group RESTRICTS = group(
            optional("origins", some(word(Origin.class)), "Data of these origins."),
            optional("received-under", some(new Reference("row")), "Data received under these rows."),
            optional("identifying-again", new YesNo(), "Finding out whom de-identified data are about."),
            optional("unless-purposes", some(word(PurposeKind.class)), "Lets these purposes pass."),
            optional("unless-forms", some(word(SharingForm.class)), "Lets these forms pass."),
            optional("unless-express", new YesNo(), "Lets pass what a gateway names expressly by its origin."),
            optional("unless-facts", some(word(FactName.class)), "Lets pass when all of these are as wanted."),
            required("lifted-by-serious-harm", new YesNo(), "Whether a risk of serious harm lifts it."));

    private static final Group ROW = group(
            required("id", new Shape.Id(), "Short, stable, and unlike every other row's."),
            required("provision", LINE, "As lawyers cite it."),
            required("kind", word(RowKind.class), "What it does."),
            required("nations", some(word(Nation.class)), "Where it applies."),
            required("verified", word(Mark.class), "How its text was checked: v, s, p or n."),
            optional("verified-on", new Shape.Day(), "When. Leave out what is not recorded."),
            required("in-force", word(Force.class), "Whether it is known to be in force as it stands."),
            optional("in-force-from", new Shape.Day(), "First day. Leave out what is not recorded."),
            optional("in-force-to", new Shape.Day(), "Last day."),
            required("from", BODIES, "Who discloses."),
            required("to", BODIES, "To whom."),
            optional("mutual", new YesNo(), "Whether it works in both directions."),
            optional("within-one-organisation", new YesNo(), "Whether sender and recipient must be the same."),
            optional("any-purpose", new YesNo(), "Whether for every purpose."),
            optional("for", some(word(PurposeKind.class)), "For which kinds of purpose."),
            optional("only-origins", some(word(Origin.class)), "Covers only data of these origins."),
            optional("only-forms", some(word(SharingForm.class)), "Covers only what leaves so."),
            optional("only-details", some(word(Detail.class)), "Covers only these details."),
            optional("excludes", some(EXCLUSION), "What it does not cover."),
            optional("requires", some(word(FactName.class)), "Facts that must be as wanted."),
            optional("use-limited", new YesNo(), "Whether the recipient may use it for these purposes only."),
            optional("keeps-confidence", new YesNo(), "Whether the duty of confidence stands in spite of it."),
            optional("restricts", RESTRICTS, "What a restriction forbids."),
            required("limits", TEXT, "Its limits in plain English."),
            optional("offence", LINE, "The offence that guards it."),
            required("link", LINE, "Where its text can be read."));

    private static final Group BASIS = group(
            required("basis", word(LawfulBasis.class), "Which."),
            required("citation", LINE, "As lawyers cite it."),
            optional("in-force-from", new Shape.Day(), "First day, where it is new."));

    private static final Group SPECIAL = group(
            required("condition", word(SpecialCondition.class), "Which."),
            required("citation", LINE, "As lawyers cite it."),
            required("needs-paragraph", new YesNo(), "Whether a paragraph must complete it."));

    private static final Group PARAGRAPH = group(
            required("id", new Shape.Id(), "Short and stable."),
            required("citation", LINE, "As lawyers cite it."),
            optional("completes", some(word(SpecialCondition.class)), "Which conditions it completes."),
            required("criminal", new YesNo(), "Whether it allows criminal data."));

    private static final Group SERIOUS_HARM = group(
            required("basis", word(LawfulBasis.class), "The ordinary basis."),
            required("condition", word(SpecialCondition.class), "The ordinary condition."),
            required("paragraph", new Reference("paragraph"), "Its paragraph."),
            required("life-and-death-basis", word(LawfulBasis.class), "Basis for life and death."),
            required("life-and-death-condition", word(SpecialCondition.class), "Condition for life and death."),
            required("review-within-working-days", new Whole(1, 5), "How soon it is reviewed."));

    /** One file of a pack. */
    public static final Group FILE = group(
            required("law-pack", new Shape.Id(), "The pack's id, the same in all its files."),
            required("version", LINE, "The pack's version, the same in all its files."),
            optional("about", TEXT, "What the file holds."),
            optional("rows", any(ROW), "Provisions."),
            optional("bases", any(BASIS), "Lawful bases."),
            optional("conditions", any(SPECIAL), "Conditions for special categories."),
            optional("paragraphs", any(PARAGRAPH), "Paragraphs that complete conditions."),
            optional("law-enforcement-bodies", some(word(OrganisationKind.class)), "Who may use the separate regime."),
            optional("serious-harm", SERIOUS_HARM, "The route for emergencies and safeguarding."));

    private LawShapes() {}
}
