package org.concordat.files.tables;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.concordat.files.FilesException;
import org.jspecify.annotations.Nullable;

/** Files that are no table, told from their first bytes, each with what its sender should do instead. */
final class Foreign {

    private static final String AS_CSV = "Open it and save it as CSV or .xlsx.";

    private Foreign() {}

    /** Throws when the content is known to be something else than a table we read. */
    static void refuse(String fileName, Content content) {
        if (content.sample().length == 0) {
            throw empty(fileName);
        }
        if (content.startsWith(0xD0, 0xCF, 0x11, 0xE0)) {
            refuseOldOffice(fileName, content);
        }
        if (isPgp(content)) {
            throw new FilesException(
                    "FILE-ENCRYPTED", fileName + " is encrypted (PGP). Decrypt it with the key it was made for first.");
        }
        if (startsWithText(content, "age-encryption.org/")) {
            throw new FilesException("FILE-ENCRYPTED", fileName + " is encrypted (age). Decrypt it first.");
        }
        String kind = otherKind(content);
        if (kind != null) {
            throw new FilesException("FILE-NOT-A-TABLE", fileName + " is " + kind);
        }
    }

    private static void refuseOldOffice(String fileName, Content content) {
        // An encrypted .xlsx is wrapped into the old container, with a stream of this name in its directory.
        String directory = new String(content.sample(), StandardCharsets.ISO_8859_1);
        if (directory.contains("E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e")) {
            throw new FilesException(
                    "FILE-ENCRYPTED",
                    fileName + " is a workbook locked with a password. Open it in Excel, remove the password (File,"
                            + " Info, Protect Workbook) and save it.");
        }
        throw new FilesException(
                "FILE-FORMAT-OLD-EXCEL",
                fileName + " is in the Excel format of 1997 to 2003 (.xls). Open it in Excel and save it as \"Excel"
                        + " Workbook (.xlsx)\" or as CSV.");
    }

    private static boolean isPgp(Content content) {
        byte[] s = content.sample();
        if (startsWithText(content, "-----BEGIN PGP MESSAGE")) {
            return true;
        }
        // Packets of public-key and symmetric-key session keys (RFC 9580): tag, length, version 3 to 6.
        return s.length > 4
                && ((content.startsWith(0x84) && s[2] == 3)
                        || (content.startsWith(0x85) && s[3] == 3)
                        || (content.startsWith(0xC1) && (s[2] == 3 || s[3] == 3 || s[2] == 6))
                        || content.startsWith(0x8C, 0x0D, 0x04)
                        || content.startsWith(0xC3, 0x0D, 0x04));
    }

    private static @Nullable String otherKind(Content content) {
        if (startsWithText(content, "%PDF")) {
            return "a PDF. Ask its sender for the table it was printed from.";
        }
        if (content.startsWith(0x89, 'P', 'N', 'G') || content.startsWith(0xFF, 0xD8, 0xFF)) {
            return "a picture. Ask its sender for the table itself.";
        }
        if (startsWithText(content, "SQLite format 3")) {
            return "a database (SQLite). Export the table it should give as CSV.";
        }
        if (startsWithText(content, "BZh") && content.sample().length > 4 && content.sample()[4] == '1') {
            return "packed with bzip2. Unpack it, or pack it with gzip.";
        }
        if (content.startsWith(0xFD, '7', 'z', 'X', 'Z') || content.startsWith(0x28, 0xB5, 0x2F, 0xFD)) {
            return "packed with xz or zstd. Unpack it, or pack it with gzip.";
        }
        if (content.startsWith('7', 'z', 0xBC, 0xAF) || startsWithText(content, "Rar!")) {
            return "a 7z or RAR archive. Unpack it and send the table inside.";
        }
        if (content.startsWith('O', 'b', 'j', 1) || startsWithText(content, "ORC\u0000")) {
            return "in Avro or ORC format. Export it as Parquet or CSV.";
        }
        String start = new String(content.sample(), 0, Math.min(512, content.sample().length), StandardCharsets.UTF_8)
                .stripLeading()
                .toLowerCase(Locale.ROOT);
        if (start.startsWith("<!doctype html") || start.startsWith("<html") || start.startsWith("<table")) {
            return "a web page, whatever its name says. " + AS_CSV;
        }
        if (start.startsWith("<?xml")) {
            return "XML. " + AS_CSV;
        }
        return start.startsWith("{\\rtf") ? "a text document (RTF). " + AS_CSV : null;
    }

    private static boolean startsWithText(Content content, String text) {
        byte[] wanted = text.getBytes(StandardCharsets.ISO_8859_1);
        for (int i = 0; i < wanted.length; i++) {
            if (i >= content.sample().length || content.sample()[i] != wanted[i]) {
                return false;
            }
        }
        return true;
    }

    static FilesException empty(String fileName) {
        return new FilesException("FILE-EMPTY", fileName + " is empty. Ask its sender for the content.");
    }

    static FilesException binary(String fileName) {
        return new FilesException(
                "FILE-BINARY",
                fileName + " is not text and not a format that is read. Send CSV, Excel (.xlsx), Parquet or JSON, each"
                        + " also gzipped.");
    }
}
