package org.concordat.server.agreements.web;

import static org.concordat.server.foundation.acting.Role.EXECUTIVE_SIGNATORY;
import static org.concordat.server.foundation.acting.Role.INFORMATION_GOVERNANCE_OFFICER;
import static org.concordat.server.foundation.acting.Role.PARTNERSHIP_ADMINISTRATOR;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.concordat.server.agreements.Admission;
import org.concordat.server.agreements.AdmissionSignatures;
import org.concordat.server.agreements.Admissions;
import org.concordat.server.agreements.AgreementVersion;
import org.concordat.server.agreements.SignUp;
import org.concordat.server.agreements.SignUpSteps;
import org.concordat.server.agreements.SignUpSteps.MadeLink;
import org.concordat.server.agreements.SignUps;
import org.concordat.server.agreements.SigningLinks;
import org.concordat.server.foundation.Links;
import org.concordat.server.foundation.access.OpenTo;
import org.concordat.server.foundation.acting.Acting;
import org.concordat.server.foundation.acting.Actor;
import org.concordat.server.foundation.forms.Form;
import org.concordat.server.foundation.lists.CsvFile;
import org.concordat.server.foundation.pages.Notice;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** A sign-up's links, to be sent, and its joiners, to be accepted many at a time. */
@Controller
class SignUpLinkPages {

    /** Accepted at once: few enough to be read. */
    private static final int MOST_AT_ONCE = 100;

    private final SignUps signUps;
    private final SignUpSteps steps;
    private final Admissions admissions;
    private final AdmissionSignatures signatures;
    private final Names names;
    private final Links addresses;
    private final MessageSource messages;

    SignUpLinkPages(
            SignUps signUps,
            SignUpSteps steps,
            Admissions admissions,
            AdmissionSignatures signatures,
            Names names,
            Links addresses,
            MessageSource messages) {
        this.signUps = signUps;
        this.steps = steps;
        this.admissions = admissions;
        this.signatures = signatures;
        this.names = names;
        this.addresses = addresses;
        this.messages = messages;
    }

    /** A link with its whole address. */
    record Sent(String organisation, String email, String office, String address) {}

    @PostMapping("/sign-ups/{id}/links")
    @OpenTo(roles = {PARTNERSHIP_ADMINISTRATOR, INFORMATION_GOVERNANCE_OFFICER})
    @Nullable ModelAndView links(@PathVariable UUID id, HttpServletRequest request, HttpServletResponse response, Locale locale)
            throws IOException {
        SignUp signUp = SignUpPages.run(signUps, id);
        boolean asFile = Form.of(request).text("act").value().equals("file");
        List<Sent> links =
                steps.links(signUp).stream().map(link -> sent(link, request)).toList();
        if (asFile) {
            CsvFile file = CsvFile.download(
                    response,
                    "links.csv",
                    Stream.of("name", "email", "office", "link")
                            .map(each -> messages.getMessage("agreements.sign-up." + each, null, locale))
                            .toList());
            for (Sent link : links) {
                file.row(link.organisation(), link.email(), link.office(), link.address());
            }
            return null;
        }
        AgreementVersion version = signUps.document(signUp);
        return new ModelAndView("agreements/sign-up-links", "signUp", signUp)
                .addObject("version", version)
                .addObject("links", links)
                .addObject("days", SigningLinks.LIFE.toDays())
                .addObject("crumbs", List.of(RegisterPages.ALL, DocumentPages.crumb(version)));
    }

    private Sent sent(MadeLink link, HttpServletRequest request) {
        return new Sent(
                link.organisation(), link.email(), link.office(), addresses.to(request, "/join/" + link.secret()));
    }

    @GetMapping("/sign-ups/{id}/accept")
    @OpenTo(roles = EXECUTIVE_SIGNATORY)
    ModelAndView acceptForm(@PathVariable UUID id) {
        return page(Form.empty(), SignUpPages.found(signUps, id));
    }

    @PostMapping("/sign-ups/{id}/accept")
    @OpenTo(roles = EXECUTIVE_SIGNATORY)
    ModelAndView accept(@PathVariable UUID id, HttpServletRequest request, RedirectAttributes next) {
        SignUp signUp = SignUpPages.found(signUps, id);
        Actor.InRole actor = Acting.inRole();
        Form form = Form.of(request);
        Map<UUID, String> seen = new HashMap<>();
        List<Admission> waiting = waiting(signUp);
        Map<String, String> offered = new HashMap<>();
        waiting.forEach(each -> offered.put(each.id().toString(), each.id().toString()));
        var chosen = form.choices("admission", offered).value();
        for (Admission each : waiting) {
            String print = form.text("seen-" + each.id()).value();
            if (chosen.contains(each.id().toString())) {
                seen.put(each.id(), print);
            }
        }
        if (seen.isEmpty()) {
            form.problem("admission", "agreements.sign-up.accept.none");
        }
        if (!form.ticked("confirmed")) {
            form.problem("confirmed", "agreements.sign.confirmed.required");
        }
        if (form.hasProblems()) {
            return page(form, signUp);
        }
        int accepted = signatures.acceptAll(
                waiting.stream().filter(each -> seen.containsKey(each.id())).toList(),
                actor.organisation(),
                actor.person(),
                seen);
        next.addFlashAttribute(
                accepted == seen.size() ? Notice.DONE : Notice.NOTICE,
                Notice.of("agreements.sign-up.accepted", String.valueOf(accepted), String.valueOf(seen.size())));
        return SignUpPages.to(signUp);
    }

    private List<Admission> waiting(SignUp signUp) {
        String own = Acting.inRole().organisation();
        return admissions.ofSignUp(signUp.id()).stream()
                .filter(each -> each.waitsForAcceptance() && each.acceptors().contains(own))
                .limit(MOST_AT_ONCE)
                .toList();
    }

    /** One that may be accepted, with what its signatory would sign. */
    record Waiting(UUID id, String name, String office, boolean signed, String seen) {}

    private ModelAndView page(Form form, SignUp signUp) {
        AgreementVersion version = signUps.document(signUp);
        Map<String, String> organisations = names.organisations();
        List<Waiting> waiting = waiting(signUp).stream()
                .map(each -> new Waiting(
                        each.id(),
                        organisations.getOrDefault(each.organisation(), each.organisation()),
                        each.office(),
                        each.signedAt().isPresent(),
                        signatures.seen(each).orElse("")))
                .toList();
        return form.page("agreements/sign-up-accept")
                .addObject("signUp", signUp)
                .addObject("version", version)
                .addObject("waiting", waiting)
                .addObject("crumbs", List.of(RegisterPages.ALL, DocumentPages.crumb(version)));
    }
}
