package org.concordat.server.decisions.web;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.concordat.policy.agreements.Dataset;
import org.concordat.policy.decide.Request;
import org.concordat.policy.decide.Request.Ground;
import org.concordat.policy.decide.Request.Side;
import org.concordat.policy.decide.Request.Subjects;
import org.concordat.policy.words.ConfidenceRoute;
import org.concordat.policy.words.LawfulBasis;
import org.concordat.policy.words.SharingForm;
import org.concordat.policy.words.SpecialCondition;
import org.concordat.server.decisions.Disclosure.Asking;
import org.concordat.server.decisions.Offered;
import org.concordat.server.decisions.SingleDisclosures.Received;
import org.concordat.server.foundation.forms.Form;
import org.concordat.server.foundation.forms.Option;
import org.springframework.web.servlet.ModelAndView;

/** The form on which a request for a single disclosure is written down. */
final class DisclosureForm {

    private final Offered offered;
    private final Dataset dataset;

    DisclosureForm(Offered offered, Dataset dataset) {
        this.offered = offered;
        this.dataset = dataset;
    }

    /** What was typed; nothing where the form has problems. */
    Optional<Received> read(Form form, LocalDate today) {
        String requester = words(form, "requester", 300);
        Optional<String> reference = form.text("reference")
                .label("decisions.disclosure.reference")
                .atMost(100)
                .optional();
        var recipient = form.choice("recipient", offered.organisations().keySet())
                .label("decisions.recipient")
                .required()
                .value();
        var role = form.choice("role", offered.roles().keySet())
                .label("decisions.ask.role")
                .required()
                .value();
        var on = form.date("on")
                .label("decisions.disclosure.on")
                .onOrBefore(today)
                .required()
                .value();
        var due = form.date("due").label("decisions.disclosure.due").required().value();
        on.ifPresent(first ->
                due.filter(first::isAfter).ifPresent(_ -> form.problem("due", "decisions.disclosure.due-before")));
        String subject = words(form, "subject", 200);
        String why = lines(form, "why");
        String asked = lines(form, "asked");
        Map<String, String> own =
                dataset.fields().keySet().stream().collect(Collectors.toMap(field -> field, field -> field));
        Set<String> fields =
                form.choices("fields", own).label("decisions.fields").required().value();
        var purpose = form.choice("purpose", offered.purposes().keySet())
                .label("decisions.purpose")
                .required()
                .value();
        Optional<Request.Law> law = law(form);
        boolean significant = form.ticked("significant");
        if (form.hasProblems()) {
            return Optional.empty();
        }
        return Optional.of(new Received(
                on.orElseThrow(),
                due.orElseThrow(),
                new Asking(requester, reference.orElse(""), subject, why, asked),
                new Request(
                        Side.of(dataset.holder()),
                        Side.of(recipient.orElseThrow()),
                        role.orElseThrow(),
                        dataset.id(),
                        fields,
                        purpose.orElseThrow(),
                        SharingForm.IDENTIFIED,
                        Subjects.ONE,
                        new Ground.Single(law.orElseThrow()),
                        significant,
                        false,
                        today)));
    }

    private Optional<Request.Law> law(Form form) {
        var row = form.choice("power", offered.powers().keySet())
                .label("decisions.law.power")
                .required()
                .value();
        var basis = form.oneOf("basis", LawfulBasis.class)
                .label("decisions.law.basis")
                .required()
                .value();
        var condition = form.oneOf("condition", SpecialCondition.class)
                .label("decisions.law.condition")
                .value();
        var paragraph = form.choice("paragraph", offered.paragraphs().keySet())
                .label("decisions.law.paragraph")
                .value();
        var criminal = form.choice("criminal", offered.paragraphs().keySet())
                .label("decisions.law.criminal")
                .value();
        boolean document = form.ticked("document");
        var confidence = form.oneOf("confidence", ConfidenceRoute.class)
                .label("decisions.law.confidence")
                .required()
                .value();
        var exemption = form.choice("exemption", offered.exemptions().keySet())
                .label("decisions.law.exemption")
                .value();
        var theirs = form.oneOf("theirBasis", LawfulBasis.class)
                .label("decisions.law.their-basis")
                .value();
        if (form.hasProblems()) {
            return Optional.empty();
        }
        return Optional.of(new Request.Law(
                row.orElseThrow(),
                basis.orElseThrow(),
                condition,
                paragraph,
                criminal,
                document,
                confidence.orElseThrow(),
                exemption,
                theirs.map(own -> new Request.RecipientBasis(own, condition, paragraph, criminal, document))));
    }

    /** The page with this form. */
    ModelAndView page(Form form) {
        return form.page("decisions/disclosure-new")
                .addObject("dataset", dataset)
                .addObject("organisations", DecisionPages.named(offered.organisations()))
                .addObject("roles", DecisionPages.named(offered.roles()))
                .addObject(
                        "fields",
                        dataset.fields().keySet().stream()
                                .map(field -> Option.named(field, field.replace('-', ' ')))
                                .toList())
                .addObject("purposes", DecisionPages.named(offered.purposes()))
                .addObject("powers", DecisionPages.named(offered.powers()))
                .addObject("exemptions", DecisionPages.named(offered.exemptions()))
                .addObject("paragraphs", DecisionPages.named(offered.paragraphs()))
                .addObject("bases", Option.of(LawfulBasis.class, "decisions.basis"))
                .addObject("conditions", Option.of(SpecialCondition.class, "decisions.condition"))
                .addObject("confidences", Option.of(ConfidenceRoute.class, "decisions.confidence"));
    }

    private static String words(Form form, String name, int most) {
        return form.text(name)
                .label("decisions.disclosure." + name)
                .required()
                .atMost(most)
                .value();
    }

    private static String lines(Form form, String name) {
        return form.text(name)
                .label("decisions.disclosure." + name)
                .required()
                .lines()
                .atMost(4_000)
                .value();
    }
}
