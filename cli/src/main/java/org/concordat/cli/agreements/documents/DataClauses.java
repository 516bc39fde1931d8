package org.concordat.cli.agreements.documents;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.concordat.pictures.NumberTable;
import org.concordat.pictures.pages.Section;
import org.concordat.policy.reading.Values;
import org.concordat.policy.words.Authorship;
import org.concordat.policy.words.Detail;
import org.concordat.policy.words.FieldClass;
import org.concordat.policy.words.Origin;
import org.concordat.policy.words.Sensitivity;

/** Which data a schedule shares: dataset by dataset, with every field and why it is the minimum. */
final class DataClauses {

    private final Papers papers;

    DataClauses(Papers papers) {
        this.papers = papers;
    }

    void fill(Section s) {
        s.paragraph("These fields may be shared and nothing else.");
        for (Values item : papers.own().groups("data")) {
            String id = item.text("dataset");
            s.subsection(papers.texts().nameAndId("dataset", id), t -> item(t, id, item));
        }
    }

    private void item(Section s, String id, Values item) {
        s.summary("Individuals or classes of people", item.text("people"));
        papers.texts().file("dataset", id).ifPresent(dataset -> {
            s.summary("Held by", papers.organisation(dataset.text("holder")));
            s.summary("Collected under", PlainWords.capital(PlainWords.say(dataset.word("origin", Origin.class))));
            s.summary("Collected for", papers.names("purpose", dataset.texts("collected-for")));
            s.summary(
                    "Received under",
                    dataset.optionalText("received-under")
                            .map(papers::provision)
                            .orElse("Its holder collected it itself."));
        });
        s.summary("Source system", item.text("source-system"));
        s.summary("Quality", item.text("quality"));
        s.summary("Format", item.text("format"));
        s.summary(
                "Used to match records",
                item.texts("matched-on").isEmpty() ? "No field." : PlainWords.list(item.texts("matched-on")));
        s.table(fields(item, fieldsOf(item)));
        s.subsection("Why this is the minimum", t -> {
            Papers.prose(t, item.text("why-minimum"));
            t.paragraph(kept(id, item));
        });
    }

    /** The descriptions of the fields that an item shares, in the item's order. */
    private List<Values> fieldsOf(Values item) {
        var all = papers.texts()
                .file("dataset", item.text("dataset"))
                .map(dataset -> dataset.groups("fields"))
                .orElse(List.of());
        return item.texts("fields").stream()
                .flatMap(id -> all.stream().filter(field -> field.text("field").equals(id)))
                .toList();
    }

    /** Every field that the document shares. */
    List<Values> sharedFields() {
        return papers.own().groups("data").stream()
                .flatMap(item -> fieldsOf(item).stream())
                .toList();
    }

    private NumberTable fields(Values item, List<Values> described) {
        var table = NumberTable.of(
                        "Fields of " + papers.texts().name("dataset", item.text("dataset")) + " that are shared",
                        "Field")
                .words("What it holds", "Class", "Written by", "Codes");
        var rows = new ArrayList<List<String>>();
        for (String id : item.texts("fields")) {
            rows.add(described.stream()
                    .filter(field -> field.text("field").equals(id))
                    .findFirst()
                    .map(field -> row(papers, id, field))
                    .orElse(List.of(id, "", "", "", "")));
        }
        return table.rows(rows);
    }

    static List<String> row(Papers papers, String id, Values field) {
        String holds = field.text("about")
                + field.optionalWord("detail", Detail.class)
                        .map(detail -> " (" + PlainWords.say(detail) + ")")
                        .orElse("");
        String sensitive = PlainWords.list(field.words("sensitive", Sensitivity.class).stream()
                .map(PlainWords::say)
                .sorted()
                .toList());
        String fieldClass = PlainWords.say(field.word("class", FieldClass.class));
        return List.of(
                id,
                holds,
                PlainWords.capital(sensitive.isEmpty() ? fieldClass : fieldClass + ": " + sensitive),
                PlainWords.capital(PlainWords.say(field.word("written-as", Authorship.class))),
                field.optionalText("codes")
                        .map(list -> papers.texts().nameAndId("code-list", list))
                        .orElse("None"));
    }

    private String kept(String id, Values item) {
        var left = papers.texts().file("dataset", id).stream()
                .flatMap(dataset -> dataset.groups("fields").stream())
                .map(field -> field.text("field"))
                .filter(field -> !item.texts("fields").contains(field))
                .toList();
        return left.isEmpty()
                ? "The dataset has no other fields."
                : "The dataset also holds, and this schedule does not share: " + PlainWords.list(left) + ".";
    }

    /** The datasets of the document, for what its fingerprint covers. */
    Stream<String> datasets() {
        return papers.own().groups("data").stream().map(item -> item.text("dataset"));
    }
}
