package org.concordat.server.parties.web;

import static org.concordat.server.foundation.acting.Role.ORGANISATION_ADMINISTRATOR;
import static org.concordat.server.foundation.acting.Role.PARTNERSHIP_ADMINISTRATOR;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.concordat.server.foundation.Links;
import org.concordat.server.foundation.Refusal;
import org.concordat.server.foundation.access.OpenTo;
import org.concordat.server.foundation.access.OpenTo.Audience;
import org.concordat.server.foundation.access.SignIns;
import org.concordat.server.foundation.acting.Acting;
import org.concordat.server.foundation.forms.Form;
import org.concordat.server.foundation.forms.Option;
import org.concordat.server.foundation.pages.Notice;
import org.concordat.server.parties.Person;
import org.concordat.server.parties.internal.HelpLinks;
import org.concordat.server.parties.internal.HelpLinks.HelpLink;
import org.concordat.server.parties.internal.HelpLinks.Lost;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Helping people who lost their password or telephone: the administrator's side, and the link's. */
@Controller
class HelpPages {

    private final HelpLinks links;
    private final Colleagues colleagues;
    private final SignIns signIns;
    private final Links addresses;

    HelpPages(HelpLinks links, Colleagues colleagues, SignIns signIns, Links addresses) {
        this.links = links;
        this.colleagues = colleagues;
        this.signIns = signIns;
        this.addresses = addresses;
    }

    @GetMapping("/people/{id}/help")
    @OpenTo(roles = {PARTNERSHIP_ADMINISTRATOR, ORGANISATION_ADMINISTRATOR})
    ModelAndView form(@PathVariable UUID id) {
        return page(helped(id), Form.empty());
    }

    @PostMapping("/people/{id}/help")
    @OpenTo(roles = {PARTNERSHIP_ADMINISTRATOR, ORGANISATION_ADMINISTRATOR})
    ModelAndView make(@PathVariable UUID id, HttpServletRequest request) {
        Person person = helped(id);
        Form form = Form.of(request);
        Optional<Lost> lost = form.oneOf("what", Lost.class)
                .label("parties.person-help.what")
                .required()
                .value();
        if (form.hasProblems()) {
            return page(person, form);
        }
        String secret = links.make(person, lost.orElseThrow());
        return new ModelAndView("parties/person-helped", "person", person)
                .addObject("hours", HelpLinks.LIFE.toHours())
                .addObject("link", addresses.to(request, "/help/" + secret))
                .addObject("crumbs", Colleagues.crumbs(person));
    }

    @GetMapping("/help/{secret}")
    @OpenTo(Audience.ANYONE)
    ModelAndView useForm(@PathVariable String secret) {
        return usePage(Form.empty(), open(secret), secret);
    }

    @PostMapping("/help/{secret}")
    @OpenTo(Audience.ANYONE)
    ModelAndView use(
            @PathVariable String secret,
            HttpServletRequest request,
            HttpServletResponse response,
            RedirectAttributes next) {
        HelpLink link = open(secret);
        Form form = Form.of(request);
        String fresh = "";
        if (link.lost().setsPassword()) {
            fresh = form.password("fresh")
                    .label("parties.password.fresh")
                    .required()
                    .value();
            if (!form.hasProblems()) {
                links.trouble(link, fresh).ifPresent(key -> form.problem("fresh", key));
            }
        }
        if (form.hasProblems()) {
            return usePage(form, link, secret);
        }
        UUID person = links.use(secret, fresh).orElseThrow(HelpPages::notOpen);
        signIns.endAll(person);
        signIns.end(request, response);
        next.addFlashAttribute(
                Notice.DONE, Notice.of(link.lost().setsPassword() ? "parties.help.done" : "parties.help.codes-off"));
        return new ModelAndView("redirect:/sign-in");
    }

    private Person helped(UUID id) {
        if (Acting.current().who().equals(Optional.of(id))) {
            throw new Refusal(403, "OWN-HELP", "parties.refusal.own-help");
        }
        return colleagues.helped(id);
    }

    private HelpLink open(String secret) {
        return links.find(secret).orElseThrow(HelpPages::notOpen);
    }

    private static Refusal notOpen() {
        return new Refusal(404, "HELP-NOT-OPEN", "parties.refusal.help");
    }

    private static ModelAndView page(Person person, Form form) {
        List<Option> whats = Option.of(Lost.class, "parties.person-help.what").stream()
                .map(what -> what.withHint(what.text() + ".hint"))
                .toList();
        return form.page("parties/person-help")
                .addObject("person", person)
                .addObject("whats", whats)
                .addObject("crumbs", Colleagues.crumbs(person));
    }

    private static ModelAndView usePage(Form form, HelpLink link, String secret) {
        return form.page("parties/help")
                .addObject("setsPassword", link.lost().setsPassword())
                .addObject("endsCodes", link.lost().endsCodes())
                .addObject("secret", secret);
    }
}
