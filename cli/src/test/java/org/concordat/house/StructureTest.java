package org.concordat.house;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.concordat.house.Sources.Text;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The shape of the house: what may use what, what nothing may use, and what every file owes its reader. */
final class StructureTest {

    private static final JavaClasses OURS = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("org.concordat");
    private static final JavaClasses BAD_EXAMPLE =
            new ClassFileImporter().importPackages("org.concordat.house.badexample");
    private static final String BAD = "org.concordat.house.badexample.";

    private static final String[] LIBRARY_PACKAGES = LibraryRules.LIBRARIES.stream()
            .map(library -> "org.concordat." + library + "..")
            .toArray(String[]::new);

    private static final List<ParsedJava> MAIN = ParsedJava.ALL.stream()
            .filter(file -> file.text().path().contains("/src/main/"))
            .toList();

    static final List<String> LIBRARIES = LibraryRules.LIBRARIES;

    static Stream<Arguments> rulesOfLibraries() {
        return rules(LIBRARY_PACKAGES);
    }

    static Stream<Arguments> rulesOfLibrariesOnTheBadExample() {
        return rules(BAD + "files..");
    }

    private static Stream<Arguments> rules(String... packages) {
        return Stream.of(
                Arguments.of("reads no clock", LibraryRules.readsNoClock(packages), "Careless.readsA"),
                Arguments.of("touches no disk", LibraryRules.touchesNoDisk(packages), "Careless.touchesTheDisk"),
                Arguments.of("touches no network", LibraryRules.touchesNoNetwork(packages), "Careless.touchesTheNet"),
                Arguments.of(
                        "draws no unseeded numbers", LibraryRules.drawsNoUnseededNumbers(packages), "WithoutASeed"),
                Arguments.of("says nothing", LibraryRules.saysNothingOnTheConsole(packages), "Careless.talks"),
                Arguments.of("reads no settings", LibraryRules.readsNoSettings(packages), "Careless.readsASetting"));
    }

    @ParameterizedTest
    @FieldSource("LIBRARIES")
    void noLibraryDependsOnAnotherOfOurs(String library) {
        LibraryRules.standsAlone(library).allowEmptyShould(true).check(OURS);
    }

    @ParameterizedTest(name = "a library {0}")
    @MethodSource("rulesOfLibraries")
    void aLibraryTouchesNothingItWasNotHanded(String name, ArchRule rule, String exampleOfBreakingIt) {
        rule.check(OURS);
    }

    @ParameterizedTest(name = "the rule that a library {0} can fail")
    @MethodSource("rulesOfLibrariesOnTheBadExample")
    void everyRuleIsSeenToFail(String name, ArchRule rule, String exampleOfBreakingIt) {
        assertThatThrownBy(() -> rule.check(BAD_EXAMPLE))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining(exampleOfBreakingIt)
                .hasMessageNotContaining("Careful");
    }

    @Test
    void theRuleThatLibrariesStandAloneCanFail() {
        ArchRule rule = LibraryRules.standsAlone(BAD, "files", List.of("files", "linkage"));
        assertThatThrownBy(() -> rule.check(BAD_EXAMPLE)).hasMessageContaining("Careless.usesAnotherLibrary");
    }

    @Test
    void everyLibraryIsSeen() {
        for (String library : LIBRARIES) {
            assertThat(Sources.ROOT.resolve(library).resolve("pom.xml")).exists();
        }
        assertThat(OURS).isNotEmpty();
    }

    @Test
    void onlyTheTwoMainsEndTheProgram() {
        LibraryRules.doesNotEndTheProgram(
                        "org.concordat..", "org.concordat.cli.Concordat", "org.concordat.server.ConcordatServer")
                .check(OURS);
        ArchRule onTheBadExample = LibraryRules.doesNotEndTheProgram(BAD + ".", "org.concordat.cli.Concordat");
        assertThatThrownBy(() -> onTheBadExample.check(BAD_EXAMPLE)).hasMessageContaining("endsTheProgram");
    }

    @Test
    void nothingKeepsStaticState() {
        LibraryRules.keepsNoStaticState("org.concordat..")
                .allowEmptyShould(true)
                .check(OURS);
        ArchRule onTheBadExample = LibraryRules.keepsNoStaticState(BAD + ".");
        assertThatThrownBy(() -> onTheBadExample.check(BAD_EXAMPLE)).hasMessageContaining("counter");
    }

    @Test
    void everyPackageDescribesItselfAndIsNullMarked() {
        assertThat(SourceRules.packagesNotDescribed(Sources.mainJava())).isEmpty();

        var type = new Text("a/src/main/java/a/A.java", "package a; class A {}");
        assertThat(SourceRules.packagesNotDescribed(List.of(type))).hasSize(2);
        var page = new Text("a/src/main/java/a/package-info.java", "/** Utilities. */ @NullMarked package a;");
        assertThat(SourceRules.packagesNotDescribed(List.of(type, page)))
                .singleElement()
                .asString()
                .contains("in 1 lines");
        var good = new Text(page.path(), "/**\n * One.\n *\n * <p>Two.\n * Three.\n */\n@NullMarked package a;");
        assertThat(SourceRules.packagesNotDescribed(List.of(type, good))).isEmpty();
    }

    @Test
    void everyPublicTypeSaysWhatItIs() {
        assertThat(complaints(MAIN, SourceRules::publicTypesWithoutDocumentation))
                .isEmpty();

        assertThat(SourceRules.publicTypesWithoutDocumentation(parsed("public class A { public record B() {} }")))
                .hasSize(2);
        assertThat(SourceRules.publicTypesWithoutDocumentation(parsed("/** An A. */ public class A { class B {} }")))
                .isEmpty();
    }

    @Test
    void noTypeHasANameThatSaysNothing() {
        assertThat(complaints(ParsedJava.ALL, SourceRules::unwelcomeNames)).isEmpty();

        for (String bad : List.of("LinkManager", "DateUtils", "CsvHelper", "ReaderImpl", "PersonDto")) {
            assertThat(SourceRules.unwelcomeNames(parsed("class " + bad + " {}")))
                    .hasSize(1);
        }
        assertThat(SourceRules.unwelcomeNames(parsed("class Utility {}"))).isEmpty();
    }

    @Test
    void aFileOfMoreThanFourHundredLinesSaysWhy() {
        assertThat(complaints(ParsedJava.ALL, SourceRules::longWithoutReason)).isEmpty();

        String tooLong = "class A {\n" + "\n".repeat(400) + "}\n";
        assertThat(SourceRules.longWithoutReason(parsed(tooLong))).hasSize(1);
        assertThat(SourceRules.longWithoutReason(parsed("/** Long because it is a table. */" + tooLong)))
                .isEmpty();
    }

    @Test
    void everySuppressionHasAWrittenReason() {
        assertThat(complaints(ParsedJava.ALL, SourceRules::suppressionsWithoutReason))
                .isEmpty();

        assertThat(SourceRules.suppressionsWithoutReason(parsed("@SuppressWarnings(\"x\")\nclass A {}")))
                .hasSize(1);
        assertThat(SourceRules.suppressionsWithoutReason(parsed("/** Says nothing. */\n@Disabled\nclass A {}")))
                .hasSize(1);
        for (String good : List.of(
                "@SuppressWarnings(\"x\") // the array is ours alone\nclass A {}",
                "// the array is ours alone\n@SuppressWarnings(\"x\")\nclass A {}",
                "@Disabled(\"until the file exists\")\nclass A {}",
                "class A { String s = \"@SuppressWarnings(1)\"; }")) {
            assertThat(SourceRules.suppressionsWithoutReason(parsed(good))).isEmpty();
        }
    }

    private static ParsedJava parsed(String content) {
        return ParsedJava.of(new Text("a/src/main/java/A.java", content));
    }

    private static List<String> complaints(
            Collection<ParsedJava> files, Function<ParsedJava, ? extends Collection<String>> rule) {
        return files.stream().flatMap(file -> rule.apply(file).stream()).toList();
    }
}
