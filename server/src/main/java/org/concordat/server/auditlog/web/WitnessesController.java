package org.concordat.server.auditlog.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.function.Supplier;
import org.concordat.ledger.LedgerException;
import org.concordat.server.auditlog.internal.Checkpoints;
import org.concordat.server.auditlog.internal.Witnesses;
import org.concordat.server.foundation.Refusal;
import org.concordat.server.foundation.access.OpenTo;
import org.concordat.server.foundation.acting.Role;
import org.concordat.server.foundation.forms.Form;
import org.concordat.server.foundation.forms.Option;
import org.concordat.server.foundation.pages.Crumb;
import org.concordat.server.foundation.pages.Notice;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Where the partnership's administrator takes witnesses on, asks them, and adds their answers. */
@Controller
class WitnessesController {
    private static final String PAGE = "/record/witnesses";
    private static final String VIEW = "auditlog/witnesses";
    private static final int LONGEST_LINE = 2000;
    private static final List<Crumb> BACK = List.of(Crumb.key("auditlog.record.title", "/record"));

    private final Witnesses witnesses;
    private final Checkpoints checkpoints;

    WitnessesController(Witnesses witnesses, Checkpoints checkpoints) {
        this.witnesses = witnesses;
        this.checkpoints = checkpoints;
    }

    @GetMapping(PAGE)
    @OpenTo(roles = Role.PARTNERSHIP_ADMINISTRATOR)
    ModelAndView witnesses() {
        return page(Form.empty());
    }

    private ModelAndView page(Form form) {
        List<Witnesses.Known> all = witnesses.all();
        return form.page(VIEW)
                .addObject("witnesses", all)
                .addObject(
                        "options",
                        all.stream()
                                .map(known -> Option.named(known.name(), known.name()))
                                .toList())
                .addObject("hasCheckpoint", checkpoints.standing().latest().isPresent())
                .addObject("crumbs", BACK);
    }

    @PostMapping(PAGE)
    @OpenTo(roles = Role.PARTNERSHIP_ADMINISTRATOR)
    ModelAndView add(HttpServletRequest request, RedirectAttributes next) {
        Form form = Form.of(request);
        String key = form.text("key").label("auditlog.witness.key").required().value();
        return answered(form, "key", next, () -> {
            witnesses.add(key);
            return Notice.of("auditlog.witness.added");
        });
    }

    @PostMapping(PAGE + "/drop")
    @OpenTo(roles = Role.PARTNERSHIP_ADMINISTRATOR)
    ModelAndView drop(HttpServletRequest request, RedirectAttributes next) {
        Form form = Form.of(request);
        Witnesses.Known known = known(form);
        return answered(form, "witness", next, () -> {
            witnesses.drop(known.name());
            return Notice.of("auditlog.witness.dropped", known.name());
        });
    }

    /** Not a GET: the ledger remembers what it asked, so that the answer finds its checkpoint. */
    @PostMapping(PAGE + "/request")
    @OpenTo(roles = Role.PARTNERSHIP_ADMINISTRATOR)
    ResponseEntity<byte[]> ask(HttpServletRequest request) {
        Witnesses.Known known = known(Form.of(request));
        if (checkpoints.standing().latest().isEmpty()) {
            throw new Refusal(409, "CHECKPOINT-MISSING", "auditlog.refusal.noCheckpoint");
        }
        return Downloads.file("request.txt", witnesses.request(known).text().getBytes(UTF_8));
    }

    @PostMapping(PAGE + "/cosignature")
    @OpenTo(roles = Role.PARTNERSHIP_ADMINISTRATOR)
    ModelAndView addCosignature(HttpServletRequest request, RedirectAttributes next) {
        Form form = Form.of(request);
        Witnesses.Known known = known(form);
        String line = form.text("line")
                .label("auditlog.witness.line")
                .required()
                .lines()
                .atMost(LONGEST_LINE)
                .value();
        return answered(form, "line", next, () -> {
            long size = witnesses.addCosignature(known, line).checkpoint().size();
            return Notice.of("auditlog.witness.cosigned", known.name(), Long.toString(size));
        });
    }

    private Witnesses.Known known(Form form) {
        String name = form.text("witness").label("auditlog.witness.name").value();
        return witnesses.named(name).orElseThrow(() -> new Refusal(404, "WITNESS-UNKNOWN", "auditlog.refusal.witness"));
    }

    private ModelAndView answered(Form form, String field, RedirectAttributes next, Supplier<Notice> work) {
        if (!form.hasProblems()) {
            try {
                next.addFlashAttribute(Notice.DONE, work.get());
                return new ModelAndView("redirect:" + PAGE);
            } catch (LedgerException refused) {
                form.problem(field, key(refused.code()));
            }
        }
        return page(form);
    }

    private static String key(String code) {
        return switch (code) {
            case "KEY-UNREADABLE" -> "auditlog.witness.key.unreadable";
            case "WITNESS-KNOWN" -> "auditlog.witness.key.known";
            case "NOTE-UNREADABLE" -> "auditlog.witness.line.unreadable";
            default -> "auditlog.witness.line.wrong";
        };
    }
}
