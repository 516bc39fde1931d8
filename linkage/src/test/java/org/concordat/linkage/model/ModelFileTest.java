package org.concordat.linkage.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.concordat.linkage.Attribute;
import org.concordat.linkage.Linkage;
import org.concordat.linkage.LinkageException;
import org.concordat.linkage.LinkageProgress;
import org.concordat.linkage.Linker;
import org.concordat.linkage.MadeUpPeople;
import org.concordat.linkage.records.Records;
import org.concordat.linkage.scoring.Links;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ModelFileTest {
    private static Records records;
    private static Linkage linkage;
    private static String text;

    @BeforeAll
    static void link() throws IOException {
        records = new MadeUpPeople(400, MadeUpPeople.SEED).records;
        linkage = linker().link(records);
        text = written(linkage.trainedModel());
    }

    private static Linker linker() {
        return new Linker(MadeUpPeople.settings().withCandidateBudget(20_000), LinkageProgress.silent());
    }

    static String written(TrainedModel model) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ModelFile.write(model, out);
        return out.toString(StandardCharsets.UTF_8);
    }

    static TrainedModel read(String text) throws IOException {
        return ModelFile.read(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void keepsTheRulesUnlessEveryPairWasCompared() throws IOException {
        assertThat(text).contains("\"blocking\"");
        Linker comparesAll = new Linker(MadeUpPeople.settings(), LinkageProgress.silent());
        assertThat(written(comparesAll.link(records).trainedModel())).doesNotContain("\"blocking\"");
    }

    private static void isRefused(String edited, String code, String saying) {
        assertThat(edited).as("the edit found nothing to change").isNotEqualTo(text);
        assertThatThrownBy(() -> read(edited))
                .isInstanceOfSatisfying(
                        LinkageException.class, e -> assertThat(e.code()).isEqualTo(code))
                .hasMessageContaining(saying);
    }

    @Test
    void linksTheSameRecordsBitForBitAsTheModelThatWasWritten() throws IOException {
        Linkage again = linker().link(records, read(text));
        Links one = linkage.links();
        Links other = again.links();
        assertThat(other.size()).isEqualTo(one.size()).isGreaterThan(200);
        for (int l = 0; l < one.size(); l++) {
            assertThat(List.of(other.left(l), other.right(l))).containsExactly(one.left(l), one.right(l));
            assertThat(other.bits(l)).isEqualTo(one.bits(l));
        }
        for (int r = 1; r < records.size(); r++) {
            assertThat(again.bits(r - 1, r)).isEqualTo(linkage.bits(r - 1, r));
            assertThat(again.person(r)).isEqualTo(linkage.person(r));
        }
        assertThat(again.plan().rules().toString())
                .isEqualTo(linkage.plan().rules().toString());
    }

    @Test
    void makesTheSameBytesWhenWrittenReadAndWrittenAgain() throws IOException {
        assertThat(written(read(text))).isEqualTo(text);
        assertThat(written(linker().link(records, read(text)).trainedModel())).isEqualTo(text);
        assertThat(written(linker().link(records).trainedModel())).isEqualTo(text);
    }

    @Test
    void holdsNoValueOfAnyRecord() {
        for (Attribute attribute : records.attributes()) {
            List<String> values =
                    Objects.requireNonNull(records.column(attribute)).values();
            for (String value : values.subList(1, values.size())) {
                if (value.length() > 3) {
                    assertThat(text).doesNotContain("\"" + value + "\"");
                }
            }
        }
    }

    @Test
    void leavesTheRulesToTheRecordsWhenBlockingIsTakenOut() throws IOException {
        String without = text.replaceFirst("(?s),\\s*\"blocking\".*\\z", "\n}\n");
        Linkage again = linker().link(records, read(without));
        assertThat(again.plan().rules()).isNotEmpty();
        assertThat(again.bits(0, 1)).isEqualTo(linkage.bits(0, 1));
    }

    @Test
    void refusesANewerVersionBeforeItReadsTheRest() {
        isRefused(text.replace("\"version\" : 1", "\"version\" : 2, \"soul\" : true"), "MODEL-NEWER", "later version");
        isRefused(
                text.replace("\"version\" : 1", "\"version\" : 99999999999999999999999"),
                "MODEL-NEWER",
                "later version");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 40, 400, 4000})
    void refusesAFileCutShort(int kept) {
        isRefused(text.substring(0, kept), "MODEL-UNREADABLE", kept < 2 ? "" : "not whole JSON");
    }

    @Test
    void refusesAFileCutShortByItsLastBrace() {
        isRefused(text.substring(0, text.lastIndexOf('}')), "MODEL-UNREADABLE", "not whole JSON");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            "version" : 1        | "version" : 0             | version
            "version" : 1        | "version" : "1"           | version
            "version" : 1,       | ''                        | version
            "seed"               | "sead"                    | seed
            "converged"          | "x" : 1, "converged"      | training.x
            "converged" : true   | "converged" : 1           | training.converged
            "paired" : "within   | "paired" : "inside        | paired
            "sources" : [        | "sources" : [ "a", "b",   | sources
            "attribute" : "SURN  | "attribute" : "SHOE_SIZE  | attribute
            "sharedBy" : "PERSON | "sharedBy" : "PERSON2     | sharedBy
            "levels" : [         | "levels" : [ "sound",     | probabilities
            "probabilities" : [  | "probabilities" : [ 0,    | probabilities
            "probabilities" : [  | "probabilities" : [ "NaN", | probabilities
            "meanRarity" : [     | "meanRarity" : [ -1,      | meanRarity
            "mostSharing" :      | "mostSharing" : 1, "" :   | mostSharing
            "recordsPerPerson" : | "recordsPerPerson" : 0.9, "y" : | recordsPerPerson
            "recordsPerPerson" : | "recordsPerPerson" : 1e999, "y" : | recordsPerPerson
            "onePerson" : {      | "onePerson" : { "z" : 1,  | onePerson.z
            "name" : "surname"   | "name" : "given name"     | name
            """)
    void refusesWhatItDoesNotUnderstandAndSaysWhere(String from, String to, String place) {
        assertThat(text).contains(from);
        int at = text.indexOf(from);
        String edited = text.substring(0, at) + to + text.substring(at + from.length());
        assertThatThrownBy(() -> read(edited))
                .isInstanceOfSatisfying(
                        LinkageException.class, e -> assertThat(e.code()).isEqualTo("MODEL-UNREADABLE"))
                .hasMessageContaining(place);
    }

    @Test
    void refusesProbabilitiesThatDoNotAddUpToOne() {
        isRefused(
                text.replaceFirst("\"probabilities\" : \\[ [0-9.]+", "\"probabilities\" : [ 0.1234"),
                "MODEL-UNREADABLE",
                "add up to 1");
    }

    @Test
    void refusesAFieldNamedTwice() {
        isRefused(text.replace("\"seed\"", "\"seed\" : 1, \"seed\""), "MODEL-UNREADABLE", "not whole JSON");
    }

    @Test
    void refusesAnythingAfterTheModel() {
        isRefused(text + "{}", "MODEL-UNREADABLE", "not whole JSON");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[]", "null", "7", "\"smith\"", "{}", "{\"format\": 3}", "{\"format\": \"other\"}"})
    void refusesAnotherFormat(String other) {
        isRefused(other, "MODEL-UNREADABLE", "not a model");
    }

    @Test
    void saysNothingOfWhatAWrongFileHolds() {
        assertThatThrownBy(() -> read("given,surname\nsmith,{\"smith\"}\n"))
                .hasMessageNotContaining("smith")
                .hasMessageNotContaining("given")
                .hasNoCause();
    }

    @Test
    void refusesAFileTooLargeForAModel() {
        isRefused(" ".repeat(ModelFile.MOST_BYTES) + text, "MODEL-UNREADABLE", "larger than 4 MB");
    }

    @Test
    void refusesDeepNesting() {
        isRefused("[".repeat(100_000), "MODEL-UNREADABLE", "not whole JSON");
    }
}
