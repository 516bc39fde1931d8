package org.concordat.files.tables;

import java.io.IOException;
import java.io.InputStream;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;
import org.concordat.files.FilesException;

/**
 * Looks through a ZIP file before anything else reads it: says whether it is a workbook, and refuses one that would
 * exhaust the machine.
 *
 * <p>Everything is unpacked once, only to count. A part that packs better than 300 to 1 beyond 64 MiB is no spreadsheet:
 * a real sheet of one repeated value reaches about 100 to 1.
 */
final class Archive {

    private static final long SURE_TO_BE_HARMLESS = 64L << 20;
    private static final long MOST_TIMES_LARGER = 300;
    private static final int MOST_PARTS = 20_000;
    private static final int TAIL_BYTES = (1 << 16) + 22;

    private Archive() {}

    /** Throws unless the bytes are a workbook that can safely be read. */
    static void requireWorkbook(String fileName, byte[] bytes, ReadOptions.Limits limits) {
        if (!hasDirectory(bytes)) {
            throw Trouble.cutShort(fileName);
        }
        try (ZipFile zip = ZipFile.builder()
                .setSeekableByteChannel(new SeekableInMemoryByteChannel(bytes))
                .get()) {
            List<ZipArchiveEntry> parts = Collections.list(zip.getEntries());
            requireWorkbookParts(fileName, parts);
            long total = 0;
            for (ZipArchiveEntry part : parts) {
                if (isXml(part)) {
                    total += unpackedBytes(fileName, zip, part, limits);
                }
                if (total > limits.unpackedBytes()) {
                    throw Trouble.tooLarge(fileName, limits.unpackedBytes());
                }
            }
        } catch (IOException | IllegalArgumentException damaged) {
            throw Trouble.damaged(fileName, "its ZIP container is damaged");
        }
    }

    // The directory stands at the very end, so that a cut file has none.
    private static boolean hasDirectory(byte[] bytes) {
        for (int i = bytes.length - 22; i >= Math.max(0, bytes.length - TAIL_BYTES); i--) {
            if (bytes[i] == 'P' && bytes[i + 1] == 'K' && bytes[i + 2] == 5 && bytes[i + 3] == 6) {
                return true;
            }
        }
        return false;
    }

    private static String nameOf(ZipArchiveEntry part) {
        return part.getName().toLowerCase(Locale.ROOT);
    }

    private static boolean isXml(ZipArchiveEntry part) {
        return nameOf(part).endsWith(".xml") || nameOf(part).endsWith(".rels");
    }

    private static void requireWorkbookParts(String fileName, List<ZipArchiveEntry> parts) {
        if (parts.size() > MOST_PARTS) {
            throw Trouble.damaged(fileName, "its container has " + parts.size() + " parts");
        }
        List<String> names = parts.stream().map(Archive::nameOf).toList();
        if (names.contains("xl/workbook.bin")) {
            throw new FilesException(
                    "FILE-NOT-A-TABLE",
                    fileName + " is a binary workbook (.xlsb). Open it in Excel and save it as \"Excel Workbook"
                            + " (.xlsx)\" or as CSV.");
        }
        boolean workbook = names.contains("[content_types].xml")
                && names.stream().anyMatch(name -> name.contains("workbook") && name.endsWith(".xml"));
        if (!workbook) {
            String kind = names.contains("mimetype") && names.contains("content.xml")
                    ? "an OpenDocument file. Open it and save it as .xlsx or CSV."
                    : "a ZIP archive and no workbook. Unpack it and send the table inside.";
            throw new FilesException("FILE-NOT-A-TABLE", fileName + " is " + kind);
        }
    }

    private static long unpackedBytes(String fileName, ZipFile zip, ZipArchiveEntry part, ReadOptions.Limits limits)
            throws IOException {
        boolean streamed = nameOf(part).contains("worksheets/");
        long most = Math.max(SURE_TO_BE_HARMLESS, MOST_TIMES_LARGER * Math.max(0, part.getCompressedSize()));
        most = Math.min(most, streamed ? limits.unpackedBytes() : limits.inMemoryBytes());
        CellNameScan cellNames = new CellNameScan();
        byte[] buffer = new byte[1 << 14];
        long total = 0;
        try (InputStream in = zip.getInputStream(part)) {
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                total += read;
                if (total > most) {
                    throw Trouble.tooLarge(fileName, most);
                }
                if (streamed && !cellNames.accepts(buffer, read)) {
                    throw Trouble.damaged(fileName, "a cell lies far outside of any sheet");
                }
            }
        }
        return total;
    }

    /**
     * Finds cell names of more than three letters, {@code r="AAAAAAA1"}, for which the reader would lay out millions of
     * columns. Excel's last column is XFD.
     */
    private static final class CellNameScan {
        private static final int OUTSIDE = 0;
        private static final int AFTER_BLANK = 1;
        private static final int AFTER_R = 2;
        private static final int AFTER_EQUALS = 3;
        private static final int IN_NAME = 4;
        private int state;
        private int letters;

        boolean accepts(byte[] buffer, int length) {
            for (int i = 0; i < length; i++) {
                int c = buffer[i];
                boolean blank = c == ' ' || c == '\n' || c == '\r' || c == '\t';
                switch (state) {
                    case OUTSIDE -> state = blank ? AFTER_BLANK : OUTSIDE;
                    case AFTER_BLANK -> state = c == 'r' ? AFTER_R : blank ? AFTER_BLANK : OUTSIDE;
                    case AFTER_R -> state = c == '=' ? AFTER_EQUALS : blank ? AFTER_R : OUTSIDE;
                    case AFTER_EQUALS -> {
                        state = c == '"' || c == '\'' ? IN_NAME : blank ? AFTER_EQUALS : OUTSIDE;
                        letters = 0;
                    }
                    default -> {
                        letters++;
                        boolean letter = (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
                        if (c == '&' || (letter && letters > 3)) {
                            return false;
                        }
                        state = letter ? IN_NAME : OUTSIDE;
                    }
                }
            }
            return true;
        }
    }
}
