package org.concordat.server.agreements.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.concordat.server.agreements.Admission;
import org.concordat.server.agreements.AdmissionLinks;
import org.concordat.server.agreements.AdmissionSignatures.Signed;
import org.concordat.server.agreements.AgreementVersion;
import org.concordat.server.agreements.Agreements;
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

/** Joining by a link, without an account: what is joined in short, then whole, then the signature. */
@Controller
class JoinLinkPages {

    private static final String TASK = "join-by-link";

    private final AdmissionLinks links;
    private final Admitting admitting;
    private final Agreements agreements;
    private final Names names;

    JoinLinkPages(AdmissionLinks links, Admitting admitting, Agreements agreements, Names names) {
        this.links = links;
        this.admitting = admitting;
        this.agreements = agreements;
        this.names = names;
    }

    @GetMapping("/join/{secret}")
    @OpenTo(Audience.ANYONE)
    ModelAndView form(@PathVariable String secret) {
        return page(Form.empty(), secret);
    }

    @PostMapping("/join/{secret}")
    @OpenTo(Audience.ANYONE)
    ModelAndView sign(@PathVariable String secret, HttpServletRequest request) {
        Form form = Form.of(request);
        String seen = SigningPages.fingerprint(form);
        if (form.hasProblems()) {
            return page(form, secret);
        }
        Optional<Signed> signed = Acting.asServer(TASK, () -> links.sign(secret, seen));
        return switch (signed.orElseThrow(JoinLinkPages::notOpen)) {
            case Signed.Done done -> done(document(done.admission()), "agreements.by-link.signed");
            case Signed.Not not -> page(form.problem("confirmed", SigningPages.hindranceKey(not.hindrance())), secret);
        };
    }

    @PostMapping("/join/{secret}/decline")
    @OpenTo(Audience.ANYONE)
    ModelAndView decline(@PathVariable String secret, HttpServletRequest request) {
        AgreementVersion version = Acting.asServer(TASK, () -> links.open(secret))
                .map(link -> document(link.admission()))
                .orElseThrow(JoinLinkPages::notOpen);
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

    private AgreementVersion document(Admission admission) {
        return Acting.asServer(TASK, () -> admitting.document(admission));
    }

    private static ModelAndView done(AgreementVersion version, String key) {
        return new ModelAndView("agreements/by-link-done", "version", version).addObject("saidKey", key);
    }

    private ModelAndView page(Form form, String secret) {
        return Acting.asServer(TASK, () -> {
            AdmissionLinks.Link link = links.open(secret).orElseThrow(JoinLinkPages::notOpen);
            Admission admission = link.admission();
            AgreementVersion version = admitting.document(admission);
            return form.page("agreements/join-by-link")
                    .addObject("secret", secret)
                    .addObject("version", version)
                    .addObject("admission", admission)
                    .addObject("fingerprintText", link.seen())
                    .addObject("organisation", names.organisations().get(admission.organisation()))
                    .addObject("inShort", InShort.of(version, agreements.values(version), names.all()))
                    .addObject("brought", admitting.brought(admission))
                    .addObject("parts", admitting.parts(admission));
        });
    }

    /** The same answer for a link that was used, that is too old, whose text changed, and that never was. */
    private static Refusal notOpen() {
        return new Refusal(404, "SIGNING-LINK-NOT-OPEN", "agreements.refusal.link");
    }
}
