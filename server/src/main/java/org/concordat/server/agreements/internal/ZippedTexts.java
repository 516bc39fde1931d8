package org.concordat.server.agreements.internal;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.concordat.policy.reading.YamlFile;

/**
 * Files of an agreement folder as they come and go: one YAML text, or a ZIP of them. Nothing is written to disk, so a name in an
 * archive cannot lead anywhere; what unpacks to more than the limits is refused before it is read to its end.
 */
public final class ZippedTexts {

    private static final int MOST_FILES = 500;
    private static final long MOST_BYTES = 20L << 20;

    private ZippedTexts() {}

    /** Whether it begins as ZIP files do. */
    public static boolean isZip(byte[] content) {
        return content.length > 3 && content[0] == 'P' && content[1] == 'K' && content[2] == 3 && content[3] == 4;
    }

    /**
     * The YAML files of an archive, by their last names; other files are passed over.
     *
     * @return empty when it is no archive, holds a file that is not UTF-8, or is beyond the limits
     */
    public static Optional<List<NamedText>> read(byte[] archive) {
        var texts = new ArrayList<NamedText>();
        long total = 0;
        int files = 0;
        try (var zip = new ZipInputStream(new ByteArrayInputStream(archive), UTF_8)) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                byte[] content = zip.readNBytes(YamlFile.LONGEST_CHARACTERS + 1);
                total += content.length;
                files++;
                if (files > MOST_FILES || total > MOST_BYTES || content.length > YamlFile.LONGEST_CHARACTERS) {
                    return Optional.empty();
                }
                String name = entry.getName();
                String last = name.substring(name.lastIndexOf('/') + 1);
                if (!entry.isDirectory() && last.matches("[A-Za-z0-9][A-Za-z0-9._-]{0,120}\\.ya?ml")) {
                    Optional<String> text = text(content);
                    if (text.isEmpty()) {
                        return Optional.empty();
                    }
                    texts.add(new NamedText(last, text.get()));
                }
            }
        } catch (IOException | IllegalArgumentException broken) {
            return Optional.empty();
        }
        return texts.isEmpty() ? Optional.empty() : Optional.of(List.copyOf(texts));
    }

    /** The text of a file that is UTF-8. */
    public static Optional<String> text(byte[] content) {
        try {
            return Optional.of(UTF_8.newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(content))
                    .toString());
        } catch (CharacterCodingException notText) {
            return Optional.empty();
        }
    }

    /** An archive of these files, which may lie in folders of it. */
    public static byte[] write(List<NamedText> texts) {
        var archive = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(archive, UTF_8)) {
            for (NamedText text : texts) {
                var entry = new ZipEntry(text.name());
                entry.setTime(0);
                zip.putNextEntry(entry);
                zip.write(text.text().getBytes(UTF_8));
                zip.closeEntry();
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException("writing to memory failed", impossible);
        }
        return archive.toByteArray();
    }
}
