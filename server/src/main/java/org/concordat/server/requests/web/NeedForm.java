package org.concordat.server.requests.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.concordat.policy.agreements.Dataset;
import org.concordat.policy.words.SharingForm;
import org.concordat.server.foundation.forms.Form;
import org.concordat.server.foundation.forms.Option;
import org.concordat.server.requests.DataRequest;
import org.concordat.server.requests.Need;

/** The form in which somebody says what they need: how it is read, and how it is filled with what is there. */
final class NeedForm {

    private static final int LONG_TEXT = 4000;

    private NeedForm() {}

    /** What was chosen and typed; only to be used where the form has no problem. */
    record Filled(Need need, String supplying) {}

    static Filled read(Form form, NeedChoices choices, LocalDate today) {
        String title = form.text("title")
                .label("requests.need.title")
                .required()
                .atMost(200)
                .value();
        String aim = words(form, "aim");
        var purpose = form.choice("purpose", values(choices.purposes()))
                .label("requests.need.purpose")
                .value();
        String people = words(form, "people");
        String places = words(form, "places");
        List<String> datasets = List.copyOf(form.choices("datasets", keyed(choices.datasets()))
                .label("requests.need.datasets")
                .value());
        List<String> fields = List.copyOf(form.choices("fields", keyed(choices.fields()))
                .label("requests.need.fields")
                .value());
        String dataInWords = words(form, "dataInWords");
        var leaves = form.oneOf("form", SharingForm.class)
                .label("requests.need.form")
                .value();
        var supplying = form.choice("supplying", values(choices.suppliers()))
                .label("requests.need.supplying")
                .required()
                .value();
        String benefit = words(form, "benefit");
        String supplierGain = words(form, "supplierGain");
        var hours = form.wholeNumber("supplierHours", 0, 10_000)
                .label("requests.need.supplierHours")
                .value();
        String otherwise = words(form, "otherwise");
        var neededBy = form.date("neededBy")
                .label("requests.need.neededBy")
                .onOrAfter(today)
                .value();
        String sponsor =
                form.text("sponsor").label("requests.need.sponsor").atMost(200).value();
        supplying.ifPresent(holder -> datasets.stream()
                .filter(dataset -> !holder.equals(choices.holders().get(dataset)))
                .findFirst()
                .ifPresent(other -> form.problem("datasets", "requests.need.datasets.other-holder")));
        var need = new Need(
                title.isEmpty() ? "-" : title,
                purpose,
                aim,
                people,
                places,
                datasets,
                fields.stream()
                        .filter(field -> datasets.stream().anyMatch(dataset -> field.startsWith(dataset + "/")))
                        .toList(),
                dataInWords,
                leaves,
                benefit,
                supplierGain,
                hours.map(number -> OptionalInt.of(number.intValue())).orElse(OptionalInt.empty()),
                otherwise,
                neededBy,
                sponsor);
        return new Filled(need, supplying.orElse(""));
    }

    static Form filled(DataRequest request) {
        Need need = request.need();
        return Form.empty()
                .with(Form.VERSION, request.version())
                .with("title", need.title())
                .with("aim", need.aim())
                .with("purpose", need.purpose())
                .with("people", need.people())
                .with("places", need.places())
                .with("datasets", need.datasets())
                .with("fields", need.fields())
                .with("dataInWords", need.dataInWords())
                .with("form", need.form())
                .with("supplying", request.supplying())
                .with("benefit", need.benefit())
                .with("supplierGain", need.supplierGain())
                .with(
                        "supplierHours",
                        need.supplierHours().isPresent() ? need.supplierHours().getAsInt() : null)
                .with("otherwise", need.otherwise())
                .with("neededBy", need.neededBy())
                .with("sponsor", need.sponsor());
    }

    /** What can be chosen. */
    record NeedChoices(
            List<Option> purposes,
            List<Option> suppliers,
            List<Option> datasets,
            List<Option> fields,
            Map<String, String> holders) {}

    /** The fields of datasets, to choose from: each with the name of its dataset where there are several. */
    static List<Option> fieldOptions(List<Dataset> datasets) {
        var options = new ArrayList<Option>();
        for (Dataset dataset : datasets) {
            dataset.fields()
                    .keySet()
                    .forEach(field -> options.add(Option.named(
                            dataset.id() + "/" + field, datasets.size() > 1 ? dataset.name() + ": " + field : field)));
        }
        return options;
    }

    private static String words(Form form, String field) {
        return form.text(field)
                .label("requests.need." + field)
                .lines()
                .atMost(LONG_TEXT)
                .value();
    }

    private static List<String> values(List<Option> options) {
        return options.stream().map(Option::value).toList();
    }

    private static Map<String, String> keyed(List<Option> options) {
        return options.stream().map(Option::value).collect(Collectors.toMap(Function.identity(), Function.identity()));
    }
}
