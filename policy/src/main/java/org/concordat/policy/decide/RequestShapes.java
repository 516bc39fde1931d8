package org.concordat.policy.decide;

import static org.concordat.policy.reading.Shape.group;
import static org.concordat.policy.reading.Shape.optional;
import static org.concordat.policy.reading.Shape.required;
import static org.concordat.policy.reading.Shape.some;
import static org.concordat.policy.reading.Shape.word;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.concordat.policy.reading.JsonSchema;
import org.concordat.policy.reading.Node;
import org.concordat.policy.reading.Problems;
import org.concordat.policy.reading.Shape;
import org.concordat.policy.reading.Shape.Field;
import org.concordat.policy.reading.Shape.Group;
import org.concordat.policy.reading.Shape.OneOf;
import org.concordat.policy.reading.Shape.Prose;
import org.concordat.policy.reading.Shape.Reference;
import org.concordat.policy.reading.Shape.YesNo;
import org.concordat.policy.reading.Values;
import org.concordat.policy.words.Answer;
import org.concordat.policy.words.ConfidenceRoute;
import org.concordat.policy.words.FactName;
import org.concordat.policy.words.LawfulBasis;
import org.concordat.policy.words.SharingForm;
import org.concordat.policy.words.SpecialCondition;

/** What the files of a request may hold: the request itself, and the facts that were found out about it. */
public final class RequestShapes {

    /** What a request can rest on, as its file spells it. */
    public static final List<String> GROUNDS = List.of("agreement", "single-disclosure", "reuse", "serious-harm");

    private static final Prose TEXT = new Prose(4_000);

    private static final Group SIDE = group(
            required("organisation", new Reference("organisation"), "Its id."),
            optional("team", new Reference("team"), "One of its teams, when not the whole."));

    /** What each side may say of its lawful basis. */
    private static final List<Field> BASIS = List.of(
            required("basis", word(LawfulBasis.class), "The lawful basis."),
            optional("condition", word(SpecialCondition.class), "The condition for special categories."),
            optional("paragraph", new Reference("paragraph of the law pack"), "The paragraph that completes it."),
            optional(
                    "criminal-paragraph",
                    new Reference("paragraph of the law pack"),
                    "The paragraph that allows criminal data."),
            optional("policy-document", TEXT, "Where the appropriate policy document is."));

    private static final Group LAW = new Group(Stream.of(
                    List.of(required(
                            "row",
                            new Reference("row of the law pack"),
                            "The row of the law pack that lets it be shared.")),
                    BASIS,
                    List.of(
                            required(
                                    "confidentiality",
                                    word(ConfidenceRoute.class),
                                    "What lifts the duty of confidence, if any."),
                            optional(
                                    "exemption",
                                    new Reference("row of the law pack"),
                                    "For a single disclosure: the exemption, tested for this one case."),
                            optional(
                                    "recipient-basis",
                                    new Group(BASIS),
                                    "For a single disclosure: the recipient's own basis, where it is not the"
                                            + " sender's.")))
            .flatMap(List::stream)
            .toList());

    private static final Group SERIOUS_HARM = group(
            required("life-and-death", new YesNo(), "Whether a life is at stake and the person cannot consent."),
            required("reason", TEXT, "Why there is a risk of serious harm, in a sentence. It is never printed."));

    private static final Group REQUEST = group(
            required("request", new Shape.Id(), "Its id. It names no one."),
            required("from", SIDE, "Who would send."),
            required("to", SIDE, "Who would receive."),
            required("role", new Reference("role"), "The role in which the recipient will see it."),
            required("dataset", new Reference("dataset"), "From which dataset."),
            required("fields", some(new Reference("field")), "Which of its fields; no more than are needed."),
            required("purpose", new Reference("purpose"), "What for."),
            required("form", word(SharingForm.class), "How it would leave."),
            required("subjects", new OneOf(List.of("one", "many")), "Whether it is about one person or many."),
            required("significant-decision", new YesNo(), "Whether a decision that weighs on a person may follow."),
            required("identifying-again", new YesNo(), "Whether it tells whom de-identified data are about."),
            optional("on", new Shape.Day(), "The day on which it would be shared; else today."),
            required("rests-on", new OneOf(GROUNDS), "What would make it lawful."),
            optional("schedule", new Reference("schedule"), "Under an agreement: which schedule, when several fit."),
            optional("law", LAW, "For a single disclosure or reuse: the law that it names for itself."),
            optional("serious-harm", SERIOUS_HARM, "To prevent serious harm: how serious, and why."));

    private static final Group FACTS = group(
            required("facts", new Shape.Id(), "Its id. It names no one."),
            required("about", new Reference("request"), "The request that the answers are about."),
            required(
                    "answers",
                    some(group(
                            required("fact", word(FactName.class), "Which fact."),
                            required("answer", word(Answer.class), "What was answered; unknown counts as not asked."),
                            required("said-by", new Shape.Id(), "The office that answered: an id, never a name."),
                            required(
                                    "on",
                                    new Shape.Day(),
                                    "When. An answer given after the request's day is no use."))),
                    "What was answered, each fact once."));

    /** All kinds of file, by the field that tells the kind. */
    public static final Map<String, Group> KINDS = Map.of("request", REQUEST, "facts", FACTS);

    private RequestShapes() {}

    /** The published JSON Schema of both. */
    public static String schema() {
        return JsonSchema.of("A file of a Concordat request", KINDS);
    }

    /** The values of a file that is to be of that kind, if it is. */
    static Optional<Values> values(String kind, Node.Fields fields, Problems problems) {
        boolean first = fields.nodes().keySet().stream()
                .findFirst()
                .filter(kind::equals)
                .isPresent();
        Group shape = KINDS.get(kind);
        if (shape == null || !first) {
            problems.add(
                    "FILE-KIND",
                    fields.place(),
                    "The file does not begin with '" + kind + "', so it is read as something else.",
                    "Begin it with '" + kind + ": ' and its id, or give another file.");
            return Optional.empty();
        }
        return Values.of(kind, fields, shape, problems);
    }
}
