package org.concordat.cli.agreements.documents;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.concordat.pictures.NumberTable;
import org.concordat.pictures.pages.Section;
import org.concordat.policy.reading.Values;
import org.concordat.policy.words.PurposeKind;
import org.concordat.policy.words.SharingForm;
import org.concordat.policy.words.Tier;

/** What the sharing is for, in which forms, and what the words mean that the document uses. */
final class PurposeClauses {

    private final Papers papers;
    private final Values own;

    PurposeClauses(Papers papers) {
        this.papers = papers;
        this.own = papers.own();
    }

    void purpose(Section s) {
        Values purpose = own.group("purpose");
        s.subsection("Purposes", t -> purposes(t, purpose.texts("purposes")));
        Papers.clause(s, "What the sharing is to achieve", purpose.text("aim"));
        Papers.clause(s, "Why it is necessary", purpose.text("necessity"));
        Papers.clause(s, "What good it does", purpose.text("benefits"));
        Papers.clause(s, "What happens if data are not shared", purpose.text("risk-of-not-sharing"));
        Papers.clause(s, "Which functions it serves", purpose.text("function-served"));
        Papers.clause(s, "Whom the data are about", purpose.text("people-affected"));
        Papers.clause(s, "How one will know that it worked", purpose.text("measure-of-success"));
    }

    private void purposes(Section s, List<String> purposes) {
        s.paragraph("It serves these purposes and no others:");
        s.bullets(purposes.stream()
                .map(id -> papers.texts().nameAndId("purpose", id))
                .toList());
        s.paragraph("What the parties mean by each is said among the definitions.");
    }

    void forms(Section s) {
        s.paragraph("Data may be shared in these forms and no others:");
        s.bullets(own.texts("forms").stream().map(this::form).toList());
    }

    private String form(String word) {
        return own.words("forms", SharingForm.class).stream()
                .filter(form -> form.word().equals(word))
                .map(PlainWords::say)
                .findFirst()
                .orElse(word);
    }

    void definitions(Section s) {
        var purposes = new TreeSet<>(own.group("purpose").texts("purposes"));
        own.optionalGroup("law").ifPresent(law -> purposes.addAll(law.texts("further-processing")));
        own.groups("data")
                .forEach(item -> papers.texts()
                        .file("dataset", item.text("dataset"))
                        .ifPresent(dataset -> purposes.addAll(dataset.texts("collected-for"))));
        s.subsection("Purposes", t -> described(t, purposes));
        s.subsection("Code lists", this::codeLists);
        s.subsection("Words of this document", this::words);
    }

    private void words(Section s) {
        s.summary(
                "Fingerprint",
                "A number worked out from the files (SHA-256): if anything it covers changes, so does it.");
        if (papers.tier() == Tier.SCHEDULE) {
            s.summary(
                    "Identifier, locator",
                    "A field that says who somebody is, and one that says where somebody is or lives.");
            s.summary("Sensitive", "A field about a special category of personal data, or about crime.");
        }
        s.summary(
                "Law pack",
                "Concordat's table of provisions. It says of each how far its text was read and whether it is known to be in"
                        + " force; where it does not know, an officer has to look before anything is shared.");
        s.summary(
                "Controller, processor",
                "Who decides why and how personal data are used, and who only acts on a controller's instructions.");
    }

    private void described(Section s, Collection<String> purposes) {
        for (String id : purposes) {
            s.subsection(
                    papers.texts().nameAndId("purpose", id),
                    t -> papers.texts().file("purpose", id).ifPresent(file -> {
                        Papers.prose(t, file.text("about"));
                        t.paragraph("In the words of the law pack it is for: "
                                + PlainWords.list(file.words("kinds", PurposeKind.class).stream()
                                        .map(PlainWords::plain)
                                        .sorted()
                                        .toList())
                                + ".");
                    }));
        }
    }

    private void codeLists(Section s) {
        Map<String, Values> used = new TreeMap<>();
        for (Values field : new DataClauses(papers).sharedFields()) {
            field.optionalText("codes")
                    .ifPresent(id -> papers.texts().file("code-list", id).ifPresent(list -> used.put(id, list)));
        }
        if (used.isEmpty()) {
            s.paragraph("No field that is shared under this document uses a code list of these files.");
        }
        used.forEach((id, list) -> s.table(NumberTable.of(list.text("name") + " (" + id + ")", "Code")
                .words("What it means")
                .rows(list.groups("codes").stream()
                        .map(code -> List.of(code.text("code"), code.text("means")))
                        .toList())));
    }
}
