package org.concordat.server.agreements.internal;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;

/** Archives from strangers. */
final class ZippedTextsTest {

    private static final byte[] TEXT = "schedule: SC-1\n".getBytes(UTF_8);

    private static byte[] archive(Map<String, byte[]> files) throws IOException {
        var archive = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(archive, UTF_8)) {
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                zip.putNextEntry(new ZipEntry(file.getKey()));
                zip.write(file.getValue());
                zip.closeEntry();
            }
        }
        return archive.toByteArray();
    }

    @Test
    void takesOnlyTheLastPartOfANameSoThatNoneLeadsAnywhere() throws IOException {
        assertThat(ZippedTexts.read(archive(Map.of("../../etc/schedule.yaml", TEXT))))
                .hasValueSatisfying(
                        texts -> assertThat(texts).extracting(NamedText::name).containsExactly("schedule.yaml"));
        assertThat(ZippedTexts.read(archive(Map.of("..\\..\\schedule.yaml", TEXT))))
                .isEmpty();
    }

    @Test
    void passesOverWhatIsNoYaml() throws IOException {
        assertThat(ZippedTexts.read(archive(Map.of("run.sh", TEXT, "page.html", TEXT, "schedule.yaml", TEXT))))
                .hasValueSatisfying(texts -> assertThat(texts).hasSize(1));
    }

    @Test
    void refusesWhatUnpacksToFarMoreThanItIs() throws IOException {
        var bomb = new byte[64 << 20];
        Arrays.fill(bomb, (byte) 'x');
        byte[] archive = archive(Map.of("schedule.yaml", bomb));
        assertThat(archive).hasSizeLessThan(1 << 20);
        assertThat(ZippedTexts.read(archive)).isEmpty();
    }

    @Test
    void refusesMoreFilesThanAFolderHas() throws IOException {
        var many = new LinkedHashMap<String, byte[]>();
        for (int i = 0; i < 501; i++) {
            many.put("schedule-" + i + ".yaml", TEXT);
        }
        assertThat(ZippedTexts.read(archive(many))).isEmpty();
    }

    @Test
    void refusesWhatIsNoTextWhateverItsNameSays() throws IOException {
        assertThat(ZippedTexts.text("café".getBytes(ISO_8859_1))).isEmpty();
        assertThat(ZippedTexts.read(archive(Map.of("schedule.yaml", new byte[] {(byte) 0xff, (byte) 0xd8}))))
                .isEmpty();
        assertThat(ZippedTexts.isZip("PK but no archive".getBytes(UTF_8))).isFalse();
        assertThat(ZippedTexts.read(new byte[] {'P', 'K', 3, 4, 0, 0})).isEmpty();
    }
}
