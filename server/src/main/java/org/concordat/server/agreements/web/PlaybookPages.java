package org.concordat.server.agreements.web;

import static org.concordat.server.foundation.acting.Role.INFORMATION_GOVERNANCE_OFFICER;
import static org.concordat.server.foundation.acting.Role.INFORMATION_SHARING_OFFICER;
import static org.concordat.server.foundation.acting.Role.PARTNERSHIP_ADMINISTRATOR;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.concordat.policy.reading.Problem;
import org.concordat.policy.words.Tier;
import org.concordat.server.agreements.Register;
import org.concordat.server.agreements.Uploads;
import org.concordat.server.agreements.Uploads.Taking;
import org.concordat.server.agreements.internal.Playbooks;
import org.concordat.server.agreements.internal.Playbooks.Playbook;
import org.concordat.server.foundation.Refusal;
import org.concordat.server.foundation.access.OpenTo;
import org.concordat.server.foundation.forms.Form;
import org.concordat.server.foundation.forms.Option;
import org.concordat.server.foundation.pages.Crumb;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Beginning from a playbook: choosing one, and saying which of our own organisations and teams take the places in it. */
@Controller
class PlaybookPages {

    private static final Crumb ALL = Crumb.key("agreements.playbooks.title", "/agreements/playbooks");

    private final Playbooks playbooks;
    private final Uploads uploads;
    private final Register register;
    private final Names names;

    PlaybookPages(Playbooks playbooks, Uploads uploads, Register register, Names names) {
        this.playbooks = playbooks;
        this.uploads = uploads;
        this.register = register;
        this.names = names;
    }

    /** A place to be taken: the field in which it is, and what the playbook calls it. */
    record Place(String field, String name) {}

    @GetMapping("/agreements/playbooks")
    @OpenTo(roles = {PARTNERSHIP_ADMINISTRATOR, INFORMATION_GOVERNANCE_OFFICER, INFORMATION_SHARING_OFFICER})
    ModelAndView all() {
        return new ModelAndView("agreements/playbooks", "playbooks", playbooks.all())
                .addObject("crumbs", List.of(RegisterPages.ALL));
    }

    @GetMapping("/agreements/playbooks/{name}")
    @OpenTo(roles = {PARTNERSHIP_ADMINISTRATOR, INFORMATION_GOVERNANCE_OFFICER, INFORMATION_SHARING_OFFICER})
    ModelAndView one(@PathVariable String name) {
        Playbook playbook = found(name);
        Form form = Form.empty();
        Set<String> ours = names.organisations().keySet();
        playbook.organisations().keySet().stream()
                .filter(ours::contains)
                .forEach(code -> form.with("organisation-" + code, code));
        Set<String> teams = names.all().getOrDefault("team", Map.of()).keySet();
        playbook.teams().keySet().stream().filter(teams::contains).forEach(code -> form.with("team-" + code, code));
        return page(form, playbook, List.of());
    }

    @PostMapping("/agreements/playbooks/{name}")
    @OpenTo(roles = {PARTNERSHIP_ADMINISTRATOR, INFORMATION_GOVERNANCE_OFFICER, INFORMATION_SHARING_OFFICER})
    ModelAndView draft(@PathVariable String name, HttpServletRequest request, RedirectAttributes next) {
        Playbook playbook = found(name);
        Form form = Form.of(request);
        Map<String, Map<String, String>> taken = Map.of(
                "organisation",
                chosen(
                        form,
                        "organisation-",
                        playbook.organisations().keySet(),
                        names.organisations().keySet()),
                "team",
                chosen(
                        form,
                        "team-",
                        playbook.teams().keySet(),
                        names.all().getOrDefault("team", Map.of()).keySet()));
        Optional<String> protocol = form.choice(
                        "protocol", protocols().stream().map(Option::value).toList())
                .label("agreements.playbook.protocol")
                .value();
        if (form.hasProblems()) {
            return page(form, playbook, List.of());
        }
        return switch (uploads.take(playbooks.filled(name, taken, protocol))) {
            case Taking.Wrong wrong ->
                page(form.problem("protocol", "agreements.playbook.wrong"), playbook, wrong.problems());
            case Taking.Taken done -> DraftPages.taken(done, next);
        };
    }

    private static Map<String, String> chosen(Form form, String prefix, Set<String> places, Set<String> offered) {
        var chosen = new HashMap<String, String>();
        places.forEach(place -> form.choice(prefix + place, offered)
                .label("agreements.party")
                .value()
                .ifPresent(code -> chosen.put(place, code)));
        return chosen;
    }

    private ModelAndView page(Form form, Playbook playbook, List<Problem> problems) {
        Map<String, String> teams = new LinkedHashMap<>(names.all().getOrDefault("team", Map.of()));
        return form.page("agreements/playbook")
                .addObject("playbook", playbook)
                .addObject("organisationPlaces", places("organisation-", playbook.organisations()))
                .addObject("teamPlaces", places("team-", playbook.teams()))
                .addObject("ourOrganisations", names.organisationOptions())
                .addObject(
                        "ourTeams",
                        teams.entrySet().stream()
                                .sorted(Map.Entry.comparingByValue())
                                .map(each -> Option.named(each.getKey(), each.getValue()))
                                .toList())
                .addObject("protocols", protocols())
                .addObject("problems", problems)
                .addObject("crumbs", List.of(RegisterPages.ALL, ALL));
    }

    private static List<Place> places(String prefix, Map<String, String> codes) {
        var places = new ArrayList<Place>();
        codes.forEach((code, name) -> places.add(new Place(prefix + code, name)));
        return places;
    }

    private List<Option> protocols() {
        return register.ofTier(Tier.PROTOCOL).stream()
                .map(row -> Option.named(row.code(), row.title()))
                .toList();
    }

    private Playbook found(String name) {
        return playbooks
                .find(name)
                .orElseThrow(() -> new Refusal(404, "PLAYBOOK-UNKNOWN", "agreements.refusal.playbook"));
    }
}
