package org.concordat.server.catalogue.web;

import java.util.List;
import org.concordat.server.catalogue.Catalogue;
import org.concordat.server.catalogue.CatalogueEntry;
import org.concordat.server.catalogue.EntryKind;
import org.concordat.server.catalogue.EntryVersion;
import org.concordat.server.foundation.Refusal;
import org.concordat.server.foundation.access.OpenTo;
import org.concordat.server.foundation.access.OpenTo.Audience;
import org.concordat.server.foundation.pages.Crumb;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;

/** What changed in a version of a dataset's description, or of a purpose. */
@Controller
class VersionPages {

    private final Catalogue catalogue;

    VersionPages(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    @GetMapping("/datasets/{code}/changes/{version}")
    @OpenTo(Audience.ANY_ROLE)
    ModelAndView dataset(@PathVariable String code, @PathVariable int version) {
        return page(
                EntryKind.DATASET,
                code,
                version,
                "DATASET-UNKNOWN",
                "catalogue.refusal.unknown",
                CataloguePages.DATASETS);
    }

    @GetMapping("/purposes/{code}/changes/{version}")
    @OpenTo(Audience.ANY_ROLE)
    ModelAndView purpose(@PathVariable String code, @PathVariable int version) {
        return page(
                EntryKind.PURPOSE,
                code,
                version,
                "PURPOSE-UNKNOWN",
                "catalogue.refusal.purpose",
                PurposePages.PURPOSES);
    }

    private ModelAndView page(EntryKind kind, String code, int version, String refusal, String refusalKey, Crumb list) {
        CatalogueEntry entry =
                catalogue.find(kind, code).orElseThrow(() -> new Refusal(404, refusal, refusalKey, code));
        List<EntryVersion> versions = catalogue.versions(entry);
        EntryVersion after = numbered(versions, version, new Refusal(404, refusal, refusalKey, code));
        EntryVersion before = numbered(versions, version - 1, new Refusal(404, refusal, refusalKey, code));
        return new ModelAndView("catalogue/changes", "entry", entry)
                .addObject("before", before)
                .addObject("after", after)
                .addObject(
                        "revised",
                        EntryTexts.between(
                                kind, catalogue.values(kind, before.text()), catalogue.values(kind, after.text())))
                .addObject("crumbs", List.of(list, Crumb.named(entry.name(), "/" + kind.word() + "s/" + code)));
    }

    private static EntryVersion numbered(List<EntryVersion> versions, int number, Refusal otherwise) {
        return versions.stream()
                .filter(each -> each.version() == number)
                .findFirst()
                .orElseThrow(() -> otherwise);
    }
}
