package org.concordat.server.parties.web;

import static org.concordat.server.foundation.acting.Role.PARTNERSHIP_ADMINISTRATOR;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.concordat.server.foundation.Refusal;
import org.concordat.server.foundation.access.OpenTo;
import org.concordat.server.foundation.forms.Conflict;
import org.concordat.server.foundation.forms.Form;
import org.concordat.server.foundation.pages.Crumb;
import org.concordat.server.foundation.pages.Notice;
import org.concordat.server.foundation.words.LocalWord;
import org.concordat.server.foundation.words.RelabelledMessages;
import org.concordat.server.parties.OwnWords;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Choosing what the partnership calls the terms of the glossary. */
@Controller
class WordPages {

    private static final List<Crumb> CRUMBS = List.of(Crumb.key("parties.words.title", "/words"));

    private final OwnWords words;
    private final RelabelledMessages messages;

    WordPages(OwnWords words, RelabelledMessages messages) {
        this.words = words;
        this.messages = messages;
    }

    /** A term as the page shows it; its local word is empty text where there is none. */
    record Shown(String term, String own, String local) {}

    @GetMapping("/words")
    @OpenTo(roles = PARTNERSHIP_ADMINISTRATOR)
    ModelAndView all() {
        Map<String, LocalWord> local = words.all();
        List<Shown> terms = RelabelledMessages.TERMS.stream()
                .map(term -> new Shown(
                        term,
                        messages.own(term),
                        Optional.ofNullable(local.get(term)).map(LocalWord::one).orElse("")))
                .toList();
        return new ModelAndView("parties/words", "terms", terms);
    }

    @GetMapping("/words/{term}")
    @OpenTo(roles = PARTNERSHIP_ADMINISTRATOR)
    ModelAndView form(@PathVariable String term) {
        return page(filledIn(known(term)), term);
    }

    @PostMapping("/words/{term}")
    @OpenTo(roles = PARTNERSHIP_ADMINISTRATOR)
    ModelAndView choose(@PathVariable String term, HttpServletRequest request, RedirectAttributes next) {
        Optional<LocalWord> now = known(term);
        Form form = Form.of(request);
        String one = word(form, "one");
        String several = word(form, "several");
        long version = form.version();
        if (!form.hasProblems() && one.isEmpty() != several.isEmpty()) {
            form.problem(one.isEmpty() ? "one" : "several", "parties.word.both");
        }
        if (form.hasProblems()) {
            return page(form.with(Form.VERSION, version), term);
        }
        Optional<LocalWord> chosen = one.isEmpty() ? Optional.empty() : Optional.of(new LocalWord(one, several));
        if (version != version(now) || !words.choose(term, now, chosen)) {
            Optional<LocalWord> theirs = known(term);
            return Conflict.between(form, filledIn(theirs), version(theirs), "/words/" + term, "/words", Map.of())
                    .page()
                    .addObject("crumbs", CRUMBS);
        }
        words.say();
        next.addFlashAttribute(Notice.DONE, Notice.of("parties.word.chosen", messages.own(term)));
        return new ModelAndView("redirect:/words");
    }

    private static String word(Form form, String name) {
        return form.text(name)
                .label("parties.word." + name)
                .atMost(40)
                .matches(LocalWord.FORM, "letters")
                .value();
    }

    private Optional<LocalWord> known(String term) {
        if (!RelabelledMessages.TERMS.contains(term)) {
            throw new Refusal(404, "TERM-UNKNOWN", "parties.refusal.term");
        }
        return Optional.ofNullable(words.all().get(term));
    }

    private static Form filledIn(Optional<LocalWord> word) {
        return Form.empty()
                .with(Form.VERSION, version(word))
                .with("one", word.map(LocalWord::one))
                .with("several", word.map(LocalWord::several));
    }

    /** Tells one choice from another. */
    private static long version(Optional<LocalWord> word) {
        return word.map(known -> Integer.toUnsignedLong(Objects.hash(known.one(), known.several())))
                .orElse(0L);
    }

    private ModelAndView page(Form form, String term) {
        return form.page("parties/word")
                .addObject("own", messages.own(term))
                .addObject("term", term)
                .addObject("crumbs", CRUMBS);
    }
}
