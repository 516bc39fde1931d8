package org.concordat.house;

import static org.assertj.core.api.Assertions.assertThat;
import static org.concordat.house.ToyHouse.withRealJdk;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.concordat.house.ToyHouse.Run;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The launcher, in a toy house where every trouble can be arranged. */
final class LauncherIT {

    private ToyHouse house;

    @BeforeEach
    void furnish(@TempDir Path parent) throws IOException {
        house = new ToyHouse(parent);
    }

    @Test
    void handsOnArgumentsAsTheyAreAndTheExitCodeToo() throws Exception {
        Run run = house.run(house.withJdk(), "link", "two words.csv", "*", "", "it's \"quoted\"");
        assertThat(run.out().lines().limit(5))
                .containsExactly("[link]", "[two words.csv]", "[*]", "[]", "[it's \"quoted\"]");
        assertThat(run.exitCode()).isZero();
        assertThat(house.run(house.withJdk(), "exit-7").exitCode()).isEqualTo(7);
    }

    @Test
    void startsTheServerForWhatNeedsItAndGivesItAModestHeap() throws Exception {
        for (String command : List.of("serve", "backup", "restore", "upgrade", "demo")) {
            Run run = house.run(house.withJdk(), command, "--concordat.port=0");
            assertThat(run.out())
                    .startsWith("[" + command + "]\n[--concordat.port=0]\n")
                    .contains("server/target/launch/concordat-server.jar\n");
            assertThat(megabytes(run)).isBetween(450, 512);
        }
        assertThat(house.builds()).isOne();
        assertThat(house.run(house.withJdk(), "demo").out()).contains("concordat-server.jar\n");
        assertThat(house.run(house.withJdk(), "demo", "--afresh").out()).contains("concordat-server.jar\n");
        assertThat(house.run(house.withJdk(), "demo", "--help").out()).contains("concordat-server.jar\n");
        assertThat(house.run(house.withJdk(), "demo", "service", "--out", "service")
                        .out())
                .contains("concordat.jar\n");
        assertThat(house.run(house.withJdk(), "demo", "--out", "tideford").out())
                .as("the demo of linking files")
                .contains("cli/target/launch/concordat.jar\n");
        assertThat(house.run(house.withJdk(), "link").out()).contains("cli/target/launch/concordat.jar\n");
        Run told = house.run(house.withJdkAnd("CONCORDAT_MEMORY", "300m"), "serve");
        assertThat(megabytes(told)).isBetween(250, 300);
    }

    @Test
    void preparesTheServersQuickStartOnce() throws Exception {
        assertThat(house.run(withRealJdk(), "serve").err()).contains("Preparing the server");
        Path cache = house.folder.resolve("server/target/launch/concordat-server.aot");
        assertThat(cache).isNotEmptyFile();
        assertThat(house.run(withRealJdk(), "serve").err()).isEmpty();
    }

    @Test
    void startsThroughALinkFromAnotherFolderAndStaysInThatFolder() throws Exception {
        Path elsewhere = Files.createDirectories(house.tools.resolveSibling("some where"));
        Path link = Files.createSymbolicLink(elsewhere.resolve("cc"), Path.of("../toy house/concordat"));
        Path linkToLink = Files.createSymbolicLink(elsewhere.resolve("ccc"), link);
        Run run = house.run(elsewhere, linkToLink, house.withJdk());
        assertThat(run.out()).contains("folder=" + elsewhere.toRealPath());
        assertThat(house.builds()).isOne();
    }

    @Test
    void buildsOnceAndAgainOnlyWhenTheProgramsOwnSourcesChange() throws Exception {
        Run first = house.run(house.withJdk());
        assertThat(first.err()).contains("Building Concordat (the first time");
        assertThat(first.out()).startsWith("folder=");
        house.ageSources();

        house.write("cli/src/test/java/TellerTest.java", "// a test says nothing about the program's age");
        Run second = house.run(house.withJdk());
        assertThat(house.builds()).isOne();
        assertThat(second.err()).isEmpty();

        house.write("cli/src/main/java/Extra.java", "class Extra {}");
        house.run(house.withJdk());
        assertThat(house.builds()).isEqualTo(2);
        house.ageSources();

        Files.delete(house.folder.resolve("cli/src/main/java/Extra.java"));
        house.run(house.withJdk());
        assertThat(house.builds()).isEqualTo(3);
    }

    @Test
    void withoutAJdkSaysHowToGetOne() throws Exception {
        Path old = house.pretendJdk("seventeen", "17.0.15");
        Path ancient = house.pretendJdk("eight", "1.8.0_402");
        Run run = house.run(Map.of("JAVA_HOME", old.toString(), "CONCORDAT_JDK_PLACES", "" + ancient));
        assertThat(run.exitCode()).isEqualTo(3);
        assertThat(run.err())
                .contains("(JDK-MISSING)", "Java 17.0.15 in " + old, "Java 1.8.0_402 in " + ancient)
                .contains("apt install", "brew install", "JAVA_HOME=");
        assertThat(run.out()).isEmpty();
        assertThat(house.builds()).isZero();
    }

    @Test
    void passesOverAnOldJavaHomeForAJdkInTheUsualPlaces() throws Exception {
        Path old = house.pretendJdk("seventeen", "17.0.15");
        Path right = Path.of(house.withJdk().getOrDefault("JAVA_HOME", ""));
        Run run = house.run(Map.of("JAVA_HOME", "" + old, "CONCORDAT_JDK_PLACES", "/nowhere:" + right.getParent()));
        assertThat(run.out()).contains("java=");
        assertThat(run.exitCode()).isZero();
    }

    @Test
    void findsTheJdkThatAJavacOnThePathLinksTo() throws Exception {
        Files.createSymbolicLink(house.tools.resolve("javac"), Path.of("../jdks/hurried/bin/javac"));
        house.withJdk();
        assertThat(house.run(Map.of()).exitCode()).isZero();
    }

    @Test
    void refusesANamedJdkThatIsNotOne() throws Exception {
        Run run = house.run(Map.of("CONCORDAT_JDK", "/no/such/jdk"));
        assertThat(run.exitCode()).isEqualTo(3);
        assertThat(run.err()).contains("/no/such/jdk", "(JDK-UNUSABLE)");
    }

    @Test
    void tellsEveryKindOfFailedBuildFromTheOthersAndRecovers() throws Exception {
        var troubles = new TreeMap<String, List<String>>();
        troubles.put(
                "BUILD-NO-NETWORK",
                List.of(
                        "wget: Failed to fetch https://repo.example/maven.zip",
                        "[ERROR] Could not transfer artifact a:b:pom:1 from/to central: repo.example: Unknown host"));
        troubles.put("BUILD-NO-SPACE", List.of("[ERROR] x.class: No space left on device"));
        troubles.put("BUILD-FAILED", List.of("[ERROR] Teller.java:[3,5] ';' expected"));
        for (var trouble : troubles.entrySet()) {
            for (String output : trouble.getValue()) {
                house.failBuildsWith(output);
                Run run = house.run(house.withJdk());
                assertThat(run.exitCode()).as(output).isEqualTo(3);
                assertThat(run.err()).contains("(" + trouble.getKey() + ")", "build.log");
                assertThat(run.out()).isEmpty();
            }
        }
        assertThat(house.folder.resolve("cli/target/launch/build.log"))
                .content()
                .contains("No space left");
        house.failBuildsWith("");
        assertThat(house.run(house.withJdk()).exitCode()).isZero();
    }

    @Test
    void takesOverTheTurnOfABuilderThatDied() throws Exception {
        Process dead = new ProcessBuilder("true").start();
        dead.waitFor();
        house.write("cli/target/launch/lock/process", dead.pid() + "\n");
        assertThat(house.run(house.withJdk()).exitCode()).isZero();
    }

    @Test
    void sizesTheHeapAsTold() throws Exception {
        Run run = house.run(house.withJdkAnd("CONCORDAT_MEMORY", "300m"));
        assertThat(megabytes(run)).isBetween(250, 300);
        assertThat(megabytes(house.run(house.withJdk()))).isGreaterThanOrEqualTo(450);
    }

    @Test
    void refusesAMemorySettingThatIsNotANumberWithItsUnit() throws Exception {
        for (String wrong : List.of("lots", "4", "g", "4gb", "0g", "-1g", "1 g", "4.5g", "4m", "39M")) {
            Run run = house.run(house.withJdkAnd("CONCORDAT_MEMORY", wrong));
            assertThat(run.exitCode()).as(wrong).isEqualTo(2);
            assertThat(run.err()).contains("'" + wrong + "'", "(MEMORY-SETTING)");
        }
    }

    @Test
    void testRunsTheWholeBuildAndEndsWithItsTotals() throws Exception {
        Run run = house.run(house.withJdk(), "test");
        assertThat(run.out().lines().toList().getLast()).isEqualTo("Tests run: 12, Failures: 1, Errors: 1, Skipped: 2");
        assertThat(run.exitCode()).isZero();
        assertThat(house.folder.resolve("builds")).content().isEqualTo("-B -ntp -T 2 verify\n");

        Run after = house.run(house.withJdk());
        assertThat(after.exitCode()).isZero();
        assertThat(house.builds()).as("what a passed test built is used").isOne();

        house.failBuildsWith("[ERROR] There are test failures.");
        assertThat(house.run(house.withJdk(), "test").exitCode()).isOne();
    }

    @Test
    void testSaysWhyTestsWereSkipped() throws Exception {
        Run run = house.run(house.withJdk(), "test");
        assertThat(run.out())
                .contains("Skipped (2): the data are not at /nowhere.")
                .contains("Skipped (1): needs a browser");
    }

    @Test
    void makesAStartUpCacheOnceForEachBuild() throws Exception {
        house.run(withRealJdk());
        Path cache = house.folder.resolve("cli/target/launch/concordat.aot");
        assertThat(cache).isNotEmptyFile();
        Run cached = house.run(withRealJdk());
        assertThat(cached.exitCode()).isZero();
        assertThat(cached.err()).isEmpty();
    }

    @Test
    void startsWithoutACacheWhereNoneCanBeMadeAndDoesNotTryAgain() throws Exception {
        Map<String, String> hurried = house.withJdk();
        assertThat(house.run(hurried).exitCode()).isZero();
        Path log = house.folder.resolve("cli/target/launch/cache.log");
        Files.delete(log);
        assertThat(house.run(hurried).exitCode()).isZero();
        assertThat(log).as("the log of a second attempt").doesNotExist();
    }

    @Test
    void soakRunsTheLongProfile() throws Exception {
        house.run(house.withJdk(), "soak", "-Dconcordat.fuzz.pairs=7");
        assertThat(house.folder.resolve("builds"))
                .content()
                .isEqualTo("-B -ntp -Psoak verify -Dconcordat.fuzz.pairs=7\n");
    }

    private static int megabytes(Run run) {
        return run.out()
                .lines()
                .filter(line -> line.startsWith("megabytes="))
                .mapToInt(line -> Integer.parseInt(line.substring("megabytes=".length())))
                .findFirst()
                .orElseThrow();
    }
}
