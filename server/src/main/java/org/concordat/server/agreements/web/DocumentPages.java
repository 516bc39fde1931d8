package org.concordat.server.agreements.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.concordat.server.agreements.AgreementVersion;
import org.concordat.server.agreements.Agreements;
import org.concordat.server.agreements.SignOffs;
import org.concordat.server.agreements.SignOffs.SignOff;
import org.concordat.server.agreements.SignedAgain;
import org.concordat.server.foundation.access.OpenTo;
import org.concordat.server.foundation.access.OpenTo.Audience;
import org.concordat.server.foundation.acting.Acting;
import org.concordat.server.foundation.acting.Actor;
import org.concordat.server.foundation.acting.Role;
import org.concordat.server.foundation.pages.Crumb;
import org.springframework.http.ContentDisposition;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;

/** One protocol, agreement or schedule: what it says, who signed, what lies above and below it, and what may happen next. */
@Controller
class DocumentPages {

    private final Agreements agreements;
    private final SignOffs signOffs;
    private final Joins joins;
    private final SignedAgain again;
    private final Names names;

    DocumentPages(Agreements agreements, SignOffs signOffs, Joins joins, SignedAgain again, Names names) {
        this.again = again;
        this.agreements = agreements;
        this.signOffs = signOffs;
        this.joins = joins;
        this.names = names;
    }

    @GetMapping("/agreements/{code}")
    @OpenTo(Audience.ANY_ROLE)
    ModelAndView one(@PathVariable String code) {
        return page(found(code));
    }

    @GetMapping("/agreements/{code}/versions/{number}")
    @OpenTo(Audience.ANY_ROLE)
    ModelAndView version(@PathVariable String code, @PathVariable int number) {
        return page(version(agreements, code, number));
    }

    @GetMapping("/agreements/{code}/versions/{number}/changes")
    @OpenTo(Audience.ANY_ROLE)
    ModelAndView changes(@PathVariable String code, @PathVariable int number) {
        AgreementVersion after = version(agreements, code, number);
        AgreementVersion before = agreements.versions(code).stream()
                .filter(each -> each.number() < number)
                .findFirst()
                .orElseThrow(() -> Roles.unknown(code));
        Map<String, Map<String, String>> all = names.all();
        return new ModelAndView("agreements/changes", "version", after)
                .addObject("before", before)
                .addObject("crumbs", List.of(RegisterPages.ALL, crumb(after)))
                .addObject("revised", Paper.between(paper(before, all), paper(after, all)));
    }

    @GetMapping("/agreements/{code}/versions/{number}/file")
    @OpenTo(Audience.ANY_ROLE)
    ResponseEntity<byte[]> file(@PathVariable String code, @PathVariable int number) {
        AgreementVersion version = version(agreements, code, number);
        return ResponseEntity.ok()
                .contentType(new MediaType("application", "yaml", UTF_8))
                .header(
                        "Content-Disposition",
                        ContentDisposition.attachment()
                                .filename(version.tier().word() + "-" + code + ".yaml", UTF_8)
                                .build()
                                .toString())
                .body(version.text().getBytes(UTF_8));
    }

    private ModelAndView page(AgreementVersion version) {
        Actor.InRole actor = Acting.inRole();
        List<SignOff> said = signOffs.of(version);
        List<AgreementVersion> above = new ArrayList<>();
        Optional<AgreementVersion> next = version.parent().flatMap(agreements::find);
        while (next.isPresent() && above.size() < 2) {
            above.addFirst(next.get());
            next = next.get().parent().flatMap(agreements::find);
        }
        boolean maySign = actor.role() == Role.EXECUTIVE_SIGNATORY
                && (version.state() == org.concordat.server.agreements.AgreementState.OUT_FOR_SIGNATURE
                        || version.state().isInForce() && version.mass())
                && said.stream()
                        .anyMatch(each -> each.organisation().equals(actor.organisation())
                                && each.state() == SignOffs.State.AWAITED);
        boolean mayMakeLink = LinkMakers.ROLES.contains(actor.role())
                && said.stream()
                        .anyMatch(each -> each.organisation().equals(actor.organisation())
                                && each.state() == SignOffs.State.AWAITED);
        return joins.shown(new ModelAndView("agreements/document", "version", version), version, actor)
                .addObject("may", new Roles(actor, version))
                .addObject("isDue", again.isDue(version))
                .addObject("maySign", maySign)
                .addObject("mayMakeLink", mayMakeLink)
                .addObject("paper", paper(version, names.all()))
                .addObject("signOffs", said)
                .addObject("above", above)
                .addObject("below", agreements.below(version.code()))
                .addObject("versions", agreements.versions(version.code()))
                .addObject("organisations", names.organisations())
                .addObject("crumbs", List.of(RegisterPages.ALL));
    }

    private Paper paper(AgreementVersion version, Map<String, Map<String, String>> all) {
        return Paper.of(version.tier().word(), agreements.values(version), all);
    }

    private AgreementVersion found(String code) {
        return agreements.find(code).orElseThrow(() -> Roles.unknown(code));
    }

    static AgreementVersion version(Agreements agreements, String code, int number) {
        return agreements.version(code, number).orElseThrow(() -> Roles.unknown(code));
    }

    static Crumb crumb(AgreementVersion version) {
        return Crumb.named(version.title(), "/agreements/" + version.code());
    }
}
