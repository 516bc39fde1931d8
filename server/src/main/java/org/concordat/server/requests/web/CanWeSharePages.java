package org.concordat.server.requests.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.concordat.policy.words.Origin;
import org.concordat.policy.words.PurposeKind;
import org.concordat.policy.words.SharingForm;
import org.concordat.policy.words.Word;
import org.concordat.server.catalogue.EntryKind;
import org.concordat.server.foundation.access.OpenTo;
import org.concordat.server.foundation.access.OpenTo.Audience;
import org.concordat.server.foundation.acting.Acting;
import org.concordat.server.foundation.acting.Actor;
import org.concordat.server.foundation.forms.Form;
import org.concordat.server.foundation.forms.Option;
import org.concordat.server.requests.CanWeShare;
import org.concordat.server.requests.DataKind;
import org.concordat.server.requests.Questions;
import org.concordat.server.requests.RequestStates;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;

/** "Can we share?": one page that asks six things and answers at once. The question stands in the address and is kept nowhere. */
@Controller
class CanWeSharePages {

    private final CanWeShare can;
    private final Questions questions;
    private final Names names;

    CanWeSharePages(CanWeShare can, Questions questions, Names names) {
        this.can = can;
        this.questions = questions;
        this.names = names;
    }

    @GetMapping("/can-we-share")
    @OpenTo(Audience.ANY_ROLE)
    ModelAndView ask(HttpServletRequest sent) {
        if (sent.getParameterMap().isEmpty()) {
            return page(Form.empty().with("sender", Acting.inRole().organisation()));
        }
        Form form = Form.of(sent);
        Optional<CanWeShare.Asked> asked = read(form);
        ModelAndView page = page(form);
        asked.flatMap(can::answer)
                .ifPresent(answer -> page.addObject("answer", answer)
                        .addObject("asked", asked.get())
                        .addObject("mayMake", mayMake(asked.get()))
                        .addObject(
                                "mayAsk",
                                RequestStates.WRITERS.contains(Acting.inRole().role()))
                        .addObject("whom", can.whomToAsk(asked.get()))
                        .addObject("related", questions.about(answer.rules()))
                        .addObject("organisations", names.organisations())
                        .addObject("datasets", names.entries(EntryKind.DATASET)));
        return page;
    }

    /** A request is made by whoever needs the data, for their own organisation. */
    private static boolean mayMake(CanWeShare.Asked asked) {
        Actor.InRole actor = Acting.inRole();
        return asked.recipient().equals(actor.organisation())
                && !asked.sender().equals(actor.organisation())
                && RequestStates.WRITERS.contains(actor.role());
    }

    private Optional<CanWeShare.Asked> read(Form form) {
        Set<String> codes = names.organisations().keySet();
        var sender = form.choice("sender", codes)
                .label("requests.can.sender")
                .required()
                .value();
        var recipient = form.choice("recipient", codes)
                .label("requests.can.recipient")
                .required()
                .value();
        Set<DataKind> kinds = form.choices("kinds", byWord(DataKind.values()))
                .label("requests.can.kinds")
                .required()
                .value();
        var origin = form.choice("origin", byWord(Origin.values()))
                .label("requests.can.origin")
                .required()
                .value();
        var purpose = form.choice("purpose", byWord(PurposeKind.values()))
                .label("requests.can.purpose")
                .required()
                .value();
        var leaves = form.choice("form", byWord(SharingForm.values()))
                .label("requests.can.form")
                .required()
                .value();
        return form.hasProblems()
                ? Optional.empty()
                : Optional.of(new CanWeShare.Asked(
                        sender.orElseThrow(),
                        recipient.orElseThrow(),
                        kinds,
                        origin.orElseThrow(),
                        purpose.orElseThrow(),
                        leaves.orElseThrow()));
    }

    private ModelAndView page(Form form) {
        return form.page("requests/can-we-share")
                .addObject("allOrganisations", names.organisationOptions())
                .addObject("kindOptions", options(DataKind.values(), "requests.kind."))
                .addObject("origins", options(Origin.values(), "requests.origin."))
                .addObject("purposeKinds", options(PurposeKind.values(), "requests.purpose."))
                .addObject(
                        "sharingForms",
                        Arrays.stream(SharingForm.values())
                                .map(each -> Option.key(each.word(), "requests.form." + each.name()))
                                .toList());
    }

    private static <W extends Word> java.util.Map<String, W> byWord(W[] words) {
        return Arrays.stream(words).collect(Collectors.toMap(Word::word, word -> word));
    }

    private static List<Option> options(Word[] words, String prefix) {
        return Arrays.stream(words)
                .map(word -> Option.key(word.word(), prefix + word.word()))
                .toList();
    }
}
