package org.concordat.policy.decide;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.concordat.policy.agreements.AgreementFolder.Source;
import org.concordat.policy.decide.Request.Ground;
import org.concordat.policy.decide.Request.Side;
import org.concordat.policy.decide.Request.Subjects;
import org.concordat.policy.reading.Problems;
import org.concordat.policy.reading.Values;
import org.concordat.policy.reading.YamlFile;
import org.concordat.policy.words.ConfidenceRoute;
import org.concordat.policy.words.LawfulBasis;
import org.concordat.policy.words.SharingForm;
import org.concordat.policy.words.SpecialCondition;

/** A request as somebody wrote it down. Whether what it names exists is for the {@link Decider}. */
public final class RequestFile {

    private static final List<String> WITH_LAW = List.of("single-disclosure", "reuse");

    private static final List<String> ONLY_SINGLE = List.of("exemption", "recipient-basis");

    private final Values values;

    private RequestFile(Values values) {
        this.values = values;
    }

    /** What the file says, or nothing, and then the problems say why. The stream is left open. */
    public static Optional<RequestFile> read(Source file, Problems problems) {
        int before = problems.count();
        return YamlFile.read(file.name(), file.content(), problems)
                .flatMap(fields -> RequestShapes.values("request", fields, problems))
                .filter(values -> {
                    checkGround(values, problems);
                    return problems.count() == before;
                })
                .map(RequestFile::new);
    }

    /** What belongs to one ground only must be there with it, and with no other. */
    private static void checkGround(Values values, Problems problems) {
        String ground = values.text("rests-on");
        mayStand("schedule", ground.equals("agreement"), values, problems);
        mustStand("law", WITH_LAW.contains(ground), values, problems);
        mustStand("serious-harm", ground.equals("serious-harm"), values, problems);
        values.optionalGroup("law")
                .filter(law -> ground.equals("reuse"))
                .ifPresent(law -> ONLY_SINGLE.stream()
                        .filter(law::has)
                        .forEach(field -> unfitting(field, law, ground, problems)));
    }

    private static void mayStand(String field, boolean fits, Values values, Problems problems) {
        if (values.has(field) && !fits) {
            unfitting(field, values, values.text("rests-on"), problems);
        }
    }

    private static void unfitting(String field, Values values, String ground, Problems problems) {
        problems.add(
                "FIELD-UNFITTING",
                values.place(field),
                "'" + field + "' says nothing about a request that rests on '" + ground + "'.",
                "Take it away, or change 'rests-on'.");
    }

    private static void mustStand(String field, boolean fits, Values values, Problems problems) {
        mayStand(field, fits, values, problems);
        if (!values.has(field) && fits) {
            problems.add(
                    "FIELD-MISSING",
                    values.place("rests-on"),
                    "A request that rests on '" + values.text("rests-on") + "' needs '" + field + "'.",
                    "Add it.");
        }
    }

    /** The request's id, which facts about it name. */
    public String id() {
        return values.text("request");
    }

    /** The day that the file gives; empty where it leaves that to whoever asks. */
    public Optional<LocalDate> day() {
        return values.optionalDay("on");
    }

    /** The request, as asked for that day, whatever day the file gives. */
    public Request on(LocalDate day) {
        return new Request(
                side("from"),
                side("to"),
                values.text("role"),
                values.text("dataset"),
                values.textSet("fields"),
                values.text("purpose"),
                values.word("form", SharingForm.class),
                values.text("subjects").equals("one") ? Subjects.ONE : Subjects.MANY,
                ground(),
                values.isYes("significant-decision"),
                values.isYes("identifying-again"),
                day);
    }

    private Side side(String field) {
        Values side = values.group(field);
        return new Side(side.text("organisation"), side.optionalText("team"));
    }

    private Ground ground() {
        String ground = values.text("rests-on");
        return switch (ground) {
            case "agreement" -> new Ground.UnderAgreement(values.optionalText("schedule"));
            case "single-disclosure" -> new Ground.Single(law());
            case "reuse" -> new Ground.Reuse(law());
            case "serious-harm" -> {
                Values harm = values.group("serious-harm");
                yield new Ground.SeriousHarm(harm.isYes("life-and-death"), harm.text("reason"));
            }
            default -> throw new IllegalStateException("The shape let an unknown ground pass.");
        };
    }

    private Request.Law law() {
        Values law = values.group("law");
        return new Request.Law(
                law.text("row"),
                law.word("basis", LawfulBasis.class),
                law.optionalWord("condition", SpecialCondition.class),
                law.optionalText("paragraph"),
                law.optionalText("criminal-paragraph"),
                law.has("policy-document"),
                law.word("confidentiality", ConfidenceRoute.class),
                law.optionalText("exemption"),
                law.optionalGroup("recipient-basis").map(RequestFile::recipientBasis));
    }

    private static Request.RecipientBasis recipientBasis(Values basis) {
        return new Request.RecipientBasis(
                basis.word("basis", LawfulBasis.class),
                basis.optionalWord("condition", SpecialCondition.class),
                basis.optionalText("paragraph"),
                basis.optionalText("criminal-paragraph"),
                basis.has("policy-document"));
    }

    /** The id alone: a reason may speak of a person. */
    @Override
    public String toString() {
        return "RequestFile[" + id() + "]";
    }
}
