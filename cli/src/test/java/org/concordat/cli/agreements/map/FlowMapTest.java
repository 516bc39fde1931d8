package org.concordat.cli.agreements.map;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.concordat.cli.CommandRun;
import org.concordat.cli.agreements.Harbour;
import org.concordat.cli.agreements.map.Way.Standing;
import org.concordat.policy.agreements.TrustedKeys;
import org.concordat.policy.questions.Flow;
import org.concordat.policy.questions.Flows;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class FlowMapTest {
    private static final LocalDate DAY = LocalDate.of(2026, 4, 1);
    private static final Harbour TOWN =
            Harbour.halfSigned().signed("SC-1", List.of("council")).signed("SC-2", List.of("trust"));

    private static FlowMap map(Harbour town) {
        return FlowMap.of(town.folder(), Harbour.UK, DAY, true);
    }

    private static String words(FlowMap map) {
        String html = map.page().html();
        return html.substring(html.indexOf("<main"))
                .replaceAll("<[^>]*>", " ")
                .replace("&amp;", "&")
                .replaceAll("\\s+", " ");
    }

    @Test
    void countsEveryFlowOnceWithTheAnswerOfTheDecider() {
        var flows = Flows.of(TOWN.folder(), Harbour.UK, DAY);
        var map = map(TOWN);
        assertThat(flows.may().list()).isNotEmpty();
        assertThat(flows.almost().list()).isNotEmpty();
        var ways = Way.of(flows);
        assertThat(ways.stream().mapToInt(way -> way.roles().size()).sum())
                .isEqualTo(flows.list().size());
        for (Standing standing : Standing.values()) {
            assertThat(map.count(standing))
                    .isEqualTo(ways.stream()
                            .filter(way -> way.standing() == standing)
                            .count());
        }
        assertThat(ways.stream()
                        .filter(way -> way.standing() == Standing.MAY)
                        .mapToInt(way -> way.roles().size())
                        .sum())
                .isEqualTo((int) flows.list().stream().filter(Flow::may).count());
    }

    @Test
    void tellsEveryFlowWithScheduleDataPurposeFormAndWhatIsMissing() {
        assertThat(words(map(TOWN)))
                .contains(
                        "may be shared Tideford Hospital to Tideford Council (Home help team): Discharges from hospital",
                        "Schedule SC-1, Daily list of discharges",
                        "Purpose Coming home",
                        "Seen by duty officer, home helper",
                        "almost: something is missing Tideford Hospital to Tideford Council: Discharges from hospital",
                        "Why not yet 'council' has not signed 'SC-2'; its signatory would have to.",
                        "Is it likely to help the person's care?");
    }

    @Test
    void linksEveryCountToItsFlows() {
        String html = map(TOWN).page().html();
        var targets = Pattern.compile("href=\"#(flows-\\d+)\"")
                .matcher(html)
                .results()
                .map(result -> result.group(1))
                .toList();
        assertThat(targets)
                .isNotEmpty()
                .doesNotHaveDuplicates()
                .allSatisfy(id -> assertThat(html).contains("id=\"" + id + "\""));
    }

    @Test
    void letsReadersChooseByEverythingThatTellsFlowsApart() {
        var labels = Pattern.compile("<label[^>]*>([^<]*)</label>")
                .matcher(map(TOWN).page().html())
                .results()
                .map((MatchResult result) -> result.group(1))
                .collect(Collectors.toList());
        assertThat(labels).containsExactly("Answer", "Sender", "Receiver", "Dataset", "Purpose", "Form");
    }

    @Test
    void countsNoSignatureWithoutCheckedKeysAndSaysSo() {
        var map = FlowMap.of(TOWN.folder(TrustedKeys.none()), Harbour.UK, DAY, false);
        assertThat(map.count(Standing.MAY)).isZero();
        assertThat(words(map)).contains("Warning: No checked keys were handed in, so no signature counts here.");
    }

    @Test
    void saysWhenNothingIsForeseen() {
        var town = Harbour.asWritten().without("schedule-sc-1").without("schedule-sc-2");
        assertThat(words(map(town))).contains("the folder has no schedule, so nothing is foreseen to be shared");
    }

    @Test
    void tellsEndedSchedulesAsRefusedWithWhatWouldChangeIt() {
        var map = FlowMap.of(TOWN.folder(), Harbour.UK, LocalDate.of(2028, 6, 1), true);
        assertThat(map.count(Standing.MAY) + map.count(Standing.ALMOST)).isZero();
        assertThat(words(map)).contains("Rules that refuse AGREEMENT-ENDED", "What would change it");
    }

    @Test
    void isTheSamePageWheneverItIsMade() {
        assertThat(map(TOWN).page().html()).isEqualTo(map(TOWN).page().html());
    }

    @Test
    void isWrittenByTheCommandAndOverwritesOnlyWhenTold(@TempDir Path place) throws IOException {
        Path town = TOWN.writeTo(place.resolve("town"));
        Path keys = CommandRun.file(place, "keys.yaml", Harbour.trustedFile());
        Path page = place.resolve("map.html");
        Object[] command = {"agreements", "map", town, "--on", DAY, "--trusted-keys", keys, "--out", page};
        CommandRun run = CommandRun.of(command);
        assertThat(run.err()).isEmpty();
        assertThat(run.exitCode()).isZero();
        assertThat(run.out()).startsWith("On 2026-04-01: ").contains("The map is " + page);
        assertThat(page).content().isEqualTo(map(TOWN).page().html());
        CommandRun again = CommandRun.of(command);
        assertThat(again.exitCode()).isEqualTo(2);
        assertThat(again.err()).contains("(OUT-EXISTS)");
        Files.writeString(page, "old");
        var replacing = new java.util.ArrayList<>(List.of(command));
        replacing.add("--replace");
        assertThat(CommandRun.of(replacing.toArray()).exitCode()).isZero();
        assertThat(page).content().contains("Who may share what with whom");
    }

    @Test
    void refusesADayThatIsNone(@TempDir Path place) throws IOException {
        Path town = TOWN.writeTo(place.resolve("town"));
        CommandRun run = CommandRun.of("agreements", "map", town, "--on", "31 May", "--out", place.resolve("map.html"));
        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(place.resolve("map.html")).doesNotExist();
    }
}
