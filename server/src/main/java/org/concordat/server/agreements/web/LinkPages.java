package org.concordat.server.agreements.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.concordat.server.agreements.AgreementVersion;
import org.concordat.server.agreements.Agreements;
import org.concordat.server.agreements.SignOffs.Signed;
import org.concordat.server.agreements.SigningLinks;
import org.concordat.server.foundation.Refusal;
import org.concordat.server.foundation.access.OpenTo;
import org.concordat.server.foundation.access.OpenTo.Audience;
import org.concordat.server.foundation.acting.Acting;
import org.concordat.server.foundation.forms.Form;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/** Signing by a link, without an account: whoever holds the link sees the one document that it is for, and nothing else. */
@Controller
class LinkPages {

    private static final String TASK = "sign-by-link";

    private final SigningLinks links;
    private final Agreements agreements;
    private final Names names;

    LinkPages(SigningLinks links, Agreements agreements, Names names) {
        this.links = links;
        this.agreements = agreements;
        this.names = names;
    }

    @GetMapping("/sign/{secret}")
    @OpenTo(Audience.ANYONE)
    ModelAndView form(@PathVariable String secret) {
        return page(Form.empty(), secret);
    }

    @PostMapping("/sign/{secret}")
    @OpenTo(Audience.ANYONE)
    ModelAndView sign(@PathVariable String secret, HttpServletRequest request) {
        Form form = Form.of(request);
        String fingerprint = SigningPages.fingerprint(form);
        if (form.hasProblems()) {
            return page(form, secret);
        }
        Optional<Signed> signed = Acting.asServer(TASK, () -> links.sign(secret, fingerprint));
        return switch (signed.orElseThrow(LinkPages::notOpen)) {
            case Signed.Done done -> done(done.version(), "agreements.by-link.signed");
            case Signed.Not not -> page(form.problem("confirmed", SigningPages.hindranceKey(not.hindrance())), secret);
        };
    }

    @PostMapping("/sign/{secret}/decline")
    @OpenTo(Audience.ANYONE)
    ModelAndView decline(@PathVariable String secret, HttpServletRequest request) {
        AgreementVersion version = Acting.asServer(TASK, () -> links.open(secret))
                .map(SigningLinks.Link::version)
                .orElseThrow(LinkPages::notOpen);
        Form form = Form.of(request);
        String reason = SigningPages.reason(form);
        if (form.hasProblems()) {
            return page(form, secret);
        }
        if (!Acting.asServer(TASK, () -> links.decline(secret, reason))) {
            throw notOpen();
        }
        return done(version, "agreements.by-link.declined");
    }

    private static ModelAndView done(AgreementVersion version, String key) {
        return new ModelAndView("agreements/by-link-done", "version", version).addObject("saidKey", key);
    }

    private ModelAndView page(Form form, String secret) {
        return Acting.asServer(TASK, () -> {
            SigningLinks.Link link = links.open(secret).orElseThrow(LinkPages::notOpen);
            AgreementVersion version = link.version();
            return form.page("agreements/by-link")
                    .addObject("secret", secret)
                    .addObject("version", version)
                    .addObject("fingerprintText", version.fingerprint().orElse(""))
                    .addObject("organisation", names.organisations().get(link.organisation()))
                    .addObject("paper", Paper.of(version.tier().word(), agreements.values(version), names.all()));
        });
    }

    /** The same answer for a link that was used, that is too old and that never was. */
    private static Refusal notOpen() {
        return new Refusal(404, "SIGNING-LINK-NOT-OPEN", "agreements.refusal.link");
    }
}
