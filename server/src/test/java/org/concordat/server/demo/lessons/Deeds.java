package org.concordat.server.demo.lessons;

import java.io.IOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.concordat.server.requests.Criterion;

/** How each deed of a lesson is done: which form is filled in, and how. */
final class Deeds {

    private Deeds() {}

    /** Does it, on the page to which the step leads. */
    static void doIt(Lesson lesson, Step.Doing step, String address, Visitor visitor)
            throws IOException, InterruptedException {
        switch (lesson.word() + "/" + step.word()) {
            case "practitioner/ask" ->
                visitor.send(address, "/decisions/new", asked(address, "name", "agreement", "one"));
            case "case-coordinator/ask" ->
                visitor.send(
                        address,
                        "/decisions/new",
                        with(
                                asked(address, "name|risk", "agreement", "one"),
                                "recipient",
                                "council",
                                "role",
                                "meeting-member",
                                "purpose",
                                "abuse-crime",
                                "leaves",
                                "DISCUSSED"));
            case "practitioner/emergency" ->
                visitor.send(
                        address,
                        "/decisions/new",
                        with(
                                asked(address, "name|address|telephone", "serious-harm", "one"),
                                "subject",
                                "T-2077",
                                "reason",
                                "Said that they will end their life today."));
            case "analyst/ask" ->
                visitor.send(
                        address,
                        "/decisions/new",
                        with(
                                asked(address, "incident-place|weapon", "agreement", "many"),
                                "recipient",
                                "council",
                                "role",
                                "analyst",
                                "leaves",
                                "AGGREGATED"));
            case "analyst/write" ->
                visitor.send(
                        address,
                        Map.ofEntries(
                                Map.entry("title", "Where people fall"),
                                Map.entry("aim", "Fewer falls."),
                                Map.entry("purpose", "adult-support"),
                                Map.entry("people", "Older people"),
                                Map.entry("supplying", "ambulance"),
                                Map.entry("dataInWords", "Calls after falls, by street"),
                                Map.entry("form", "AGGREGATED"),
                                Map.entry("benefit", "Paths are mended where people fall."),
                                Map.entry("supplierHours", "4"),
                                Map.entry("otherwise", "We guess."),
                                Map.entry("sponsor", "Head of Highways")));
            case "analyst/hand-in" -> {
                visitor.open(address + "?words=Where%20people%20fall&state=draft");
                step(visitor, visitor.found("href=\"/requests/(RQ-\\d+)\"").getFirst(), "submit", "");
            }
            case "case-coordinator/answer", "data-steward/answer", "rights-officer/objects" ->
                visitor.send(address, Map.of("answer", "no", "reason", "Looked it up this morning."));
            case "information-sharing-officer/assess" -> step(visitor, last(address), "assess", "");
            case "information-sharing-officer/pass-on" -> step(visitor, last(address), "pass-on", "");
            case "information-sharing-officer/power" ->
                visitor.send(address, Map.of("function", "Fire safety and empty homes", "act", "next"));
            case "information-sharing-officer/chase" -> visitor.send(address, address + "/versions/1/chase", Map.of());
            case "information-governance-officer/opinion" ->
                visitor.send(address, Map.of("opinion", "The measure is enough."));
            case "information-governance-officer/decide" ->
                step(visitor, last(address), "refuse", "Nobody expects it.");
            case "caldicott-guardian/decide" ->
                visitor.send(
                        "/requests/" + last(address) + "/steps/postpone",
                        Map.of(
                                "reason", "First tell people.",
                                "lookAgain-day", "1",
                                "lookAgain-month", "6",
                                "lookAgain-year", "2099"));
            case "information-governance-officer/review", "caldicott-guardian/review" ->
                visitor.send(address, address + "/review", Map.of("upheld", "yes", "note", "Rightly so."));
            case "information-governance-officer/test" ->
                visitor.send(
                        address,
                        address + "/test",
                        Map.of(
                                "fact-exemption-tested", "yes",
                                "fact-necessary-and-proportionate", "yes",
                                "testNote", "Form and warrant card seen."));
            case "caldicott-guardian/sign-off", "executive-signatory/sign-off" ->
                visitor.send(address, address + "/sign-off", Map.of("agreed", "yes", "signNote", "Read it."));
            case "data-steward/hat", "rights-officer/hat", "partnership-administrator/hat" -> visitor.open(address);
            case "data-steward/describe" -> {
                visitor.open(address);
                String text = visitor.found("<textarea[^>]*>(.*?)</textarea>").getFirst();
                visitor.send(
                        address,
                        Map.of(
                                "text",
                                text.strip().replace("When a bin was last", "Day on which a bin was last") + "\n"));
            }
            case "rights-officer/receive" -> visitor.send(address, "/decisions/disclosures/new", disclosure());
            case "executive-signatory/sign" -> {
                visitor.open(address);
                visitor.send(
                        address,
                        Map.of(
                                "fingerprint",
                                visitor.found("name=\"fingerprint\"[^>]*value=\"([0-9a-f]+)\"")
                                        .getFirst(),
                                "confirmed",
                                "yes"));
            }
            case "executive-signatory/decline" -> visitor.send(address, Map.of("reason", "Fewer fields would do."));
            case "elected-member/score" -> {
                var scores = new HashMap<String, String>();
                Arrays.stream(Criterion.values()).forEach(criterion -> scores.put(criterion.word(), "3"));
                visitor.send(address, scores);
            }
            case "auditor/search" -> visitor.open(address);
            case "auditor/proof" -> {
                visitor.open(address + "?kind=parties.organisation-added");
                String event =
                        visitor.found("href=\"(/audit-log/events/[0-9a-f-]+)\"").getFirst();
                visitor.open(event + "/proof");
            }
            case "auditor/download" -> {
                visitor.open(address);
                visitor.open(
                        visitor.found("href=\"(/audit-log\\?[^\"]*csv[^\"]*)\"").getFirst());
            }
            case "partnership-administrator/organisation" ->
                visitor.send(address, Map.of("name", "Harbour Helpers", "kinds", "CHARITY", "nation", "ENGLAND"));
            case "partnership-administrator/course" ->
                visitor.send(address, Map.of("name", "Listening well", "months", "12", "roles", "lay-assessor"));
            case "partnership-administrator/invite" ->
                visitor.send(
                        address,
                        Map.of(
                                "name", "Nobody Real",
                                "email", "nobody.real@harbour-helpers.example",
                                "organisation", "harbour-helpers",
                                "role", "organisation-administrator"));
            default -> throw new AssertionError("nobody knows how to do " + lesson.word() + "/" + step.word());
        }
    }

    private static Map<String, String> asked(String address, String fields, String ground, String subjects) {
        return Map.of(
                "dataset",
                address.replaceAll(".*dataset=", ""),
                "recipient",
                "police",
                "role",
                "investigator",
                "fields",
                fields,
                "purpose",
                "crime-enquiry",
                "leaves",
                "IDENTIFIED",
                "subjects",
                subjects,
                "restsOn",
                ground);
    }

    private static Map<String, String> disclosure() {
        return Map.ofEntries(
                Map.entry("dataset", "tenancy-records"),
                Map.entry("recipient", "police"),
                Map.entry("requester", "DC 4711"),
                Map.entry("role", "investigator"),
                Map.entry("on-day", "1"),
                Map.entry("on-month", "6"),
                Map.entry("on-year", "2026"),
                Map.entry("due-day", "15"),
                Map.entry("due-month", "6"),
                Map.entry("due-year", "2026"),
                Map.entry("subject", "T-1042"),
                Map.entry("why", "A burglary."),
                Map.entry("asked", "Who rents the flat?"),
                Map.entry("fields", "name|address"),
                Map.entry("purpose", "crime-enquiry"),
                Map.entry("power", "localism-2011-s1"),
                Map.entry("basis", "PUBLIC_TASK"),
                Map.entry("confidence", "NOT_CONFIDENTIAL"),
                Map.entry("exemption", "dpa-2018-sch2-2"));
    }

    private static void step(Visitor visitor, String request, String step, String reason)
            throws IOException, InterruptedException {
        visitor.send("/requests/" + request + "/steps/" + step, Map.of("reason", reason));
    }

    private static String last(String address) {
        return address.substring(address.lastIndexOf('/') + 1);
    }

    private static Map<String, String> with(Map<String, String> fields, String... more) {
        var all = new HashMap<>(fields);
        for (int i = 0; i < more.length; i += 2) {
            all.put(more[i], more[i + 1]);
        }
        return all;
    }
}
