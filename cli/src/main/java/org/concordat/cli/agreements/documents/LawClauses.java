package org.concordat.cli.agreements.documents;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.concordat.pictures.pages.Phrase;
import org.concordat.pictures.pages.Section;
import org.concordat.policy.law.LawCondition;
import org.concordat.policy.law.LawRow;
import org.concordat.policy.reading.Values;
import org.concordat.policy.words.ConfidenceRoute;
import org.concordat.policy.words.LawfulBasis;
import org.concordat.policy.words.SpecialCondition;
import org.concordat.policy.words.Word;

/** Why a schedule is lawful: powers written out from the law pack, bases with their citations, confidence, human rights. */
final class LawClauses {

    private final Papers papers;

    LawClauses(Papers papers) {
        this.papers = papers;
    }

    void fill(Section s) {
        Values law = papers.own().group("law");
        s.subsection("Powers to share", t -> law.groups("powers").forEach(power -> power(t, power)));
        s.subsection("Lawful bases", t -> law.groups("bases").forEach(basis -> basis(t, basis)));
        s.subsection(
                "Law enforcement",
                t -> t.paragraph(
                        law.isYes("law-enforcement")
                                ? "The separate regime for law-enforcement processing applies."
                                : "The separate regime for law-enforcement processing does not apply."));
        s.subsection(
                "Duty of confidence",
                t -> t.paragraph(PlainWords.say(law.word("confidentiality", ConfidenceRoute.class))));
        Papers.clause(s, "Human rights", law.text("human-rights"));
        s.subsection("Consent", t -> consent(t, law));
        s.subsection(
                "Further purposes",
                t -> t.paragraph(
                        law.texts("further-processing").isEmpty()
                                ? "What is received may be used for no other purpose."
                                : "What is received may also be used for: "
                                        + papers.names("purpose", law.texts("further-processing")) + "."));
    }

    private static void consent(Section s, Values law) {
        var consent = law.optionalGroup("consent");
        if (consent.isEmpty()) {
            s.paragraph("Consent is not asked for: nothing here rests on it.");
            return;
        }
        s.subsection(
                "How consent is asked for, refreshed and withdrawn",
                t -> Papers.prose(t, consent.get().text("route")));
        s.subsection(
                "What the person agrees to", t -> Papers.prose(t, consent.get().text("wording")));
    }

    private void power(Section s, Values power) {
        String id = power.text("row");
        String heading = papers.organisation(power.text("organisation")) + ": "
                + papers.law().row(id).map(LawRow::provision).orElse(id);
        s.subsection(heading, t -> {
            papers.law().row(id).ifPresent(row -> row(t, row));
            t.summary("Note of the parties", power.optionalText("note").orElse("None."));
        });
    }

    private void row(Section s, LawRow row) {
        s.summary("Provision", row.provision() + " (" + row.id() + " of the law pack)");
        s.summary("What it is", PlainWords.capital(PlainWords.say(row.kind())) + ".");
        s.summary("Who may disclose", bodies(row.from()) + (row.mutual() ? " (and the other way round)" : ""));
        s.summary("To whom", bodies(row.to()));
        s.summary(
                "For what",
                row.purposes().any() ? "Any purpose" : words(row.purposes().kinds()));
        s.summary("Limits", row.limits());
        if (row.useLimited()) {
            s.summary(
                    "Use",
                    "The recipient may use what it gets for these purposes only; the limit travels with the data.");
        }
        if (!row.requires().isEmpty()) {
            s.summary(
                    "To be answered before each share",
                    String.join(
                            "\n",
                            row.requires().stream()
                                    .map(fact -> fact.question())
                                    .sorted()
                                    .toList()));
        }
        row.offence().ifPresent(offence -> s.summary("Offence", offence));
        s.summary(
                "How its text was checked",
                "Marked " + row.mark().word() + ": " + PlainWords.say(row.mark())
                        + row.verifiedOn()
                                .map(day -> " On " + PlainWords.day(day) + ".")
                                .orElse(""));
        s.summary("In force", PlainWords.say(row.force()));
        s.summary("Where to read it", Phrase.link(row.link(), row.link()));
        s.summary("Fingerprint of the row", Phrase.code(row.fingerprint()));
        var checks = papers.texts().all("verification").values().stream()
                .filter(check -> check.text("row").equals(row.id()))
                .map(check -> check(check, row))
                .toList();
        s.summary("Officers' own checks", checks.isEmpty() ? "None is recorded." : String.join("\n", checks));
        if (!counts(row)) {
            s.warning(
                    "Nothing is shared under this provision until an officer has read it, found it in force, and recorded"
                            + " that they did.");
        }
    }

    private boolean counts(LawRow row) {
        return row.countsByItself()
                || papers.folder().verificationOf(row, LocalDate.MAX).isPresent();
    }

    private static String check(Values check, LawRow row) {
        String said = check.text("officer") + " read it on " + PlainWords.day(check.day("on"))
                + " and found it in force (" + check.text("verification") + "). Source: " + check.text("source");
        return check.text("fingerprint").equals(row.fingerprint())
                ? said
                : said + " This no longer counts: the row was then another (" + check.text("fingerprint") + ").";
    }

    private static String bodies(LawRow.Bodies bodies) {
        if (bodies.anyone()) {
            return "Any body";
        }
        var kinds = Stream.concat(
                        bodies.kinds().stream().map(PlainWords::plain).sorted(),
                        bodies.listed() ? Stream.of("bodies that its own list names") : Stream.of())
                .toList();
        return PlainWords.capital(PlainWords.list(kinds));
    }

    private static String words(Set<? extends Word> words) {
        return PlainWords.capital(
                PlainWords.list(words.stream().map(PlainWords::plain).sorted().toList()));
    }

    private void basis(Section s, Values basis) {
        s.subsection(papers.organisation(basis.text("organisation")), t -> {
            LawfulBasis word = basis.word("basis", LawfulBasis.class);
            t.summary(
                    "Lawful basis",
                    cited(PlainWords.say(word), papers.law().bases().get(word)));
            t.summary(
                    "Condition for special categories",
                    basis.optionalWord("condition", SpecialCondition.class)
                            .map(condition -> cited(
                                    PlainWords.say(condition),
                                    papers.law().conditions().get(condition)))
                            .orElse("None is named."));
            t.summary("Paragraph that completes it", paragraph(basis, "paragraph"));
            t.summary("Paragraph for criminal data", paragraph(basis, "criminal-paragraph"));
            t.summary("Policy document", basis.optionalText("policy-document").orElse("None is named."));
        });
    }

    private String paragraph(Values basis, String field) {
        return basis.optionalText(field)
                .map(id -> cited(id, papers.law().paragraphs().get(id)))
                .orElse("None is named.");
    }

    private static String cited(String words, @org.jspecify.annotations.Nullable LawCondition condition) {
        return condition == null ? words : words + ": " + condition.citation();
    }

    /** The rows on which the schedule's powers rest and which count for nothing yet. */
    List<String> unverified() {
        return papers.own().optionalGroup("law").stream()
                .flatMap(law -> law.groups("powers").stream())
                .flatMap(power -> papers.law().row(power.text("row")).stream())
                .filter(row -> !counts(row))
                .map(LawRow::provision)
                .distinct()
                .toList();
    }
}
