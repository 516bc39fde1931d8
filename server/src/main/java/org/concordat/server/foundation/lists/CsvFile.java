package org.concordat.server.foundation.lists;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;

/**
 * A list as a CSV file (RFC 4180, UTF-8 with a mark so that spreadsheets see it). Text that a spreadsheet would take for a
 * formula gets an apostrophe in front; numbers stay numbers.
 */
public final class CsvFile {

    private static final String STARTS_FORMULA = "=+-@\t\r\n";

    private final Writer out;

    private CsvFile(Writer out) {
        this.out = out;
    }

    /** Starts a download. Close the response's writer, or let the container do so, when all rows are written. */
    public static CsvFile download(HttpServletResponse response, String fileName, List<String> heading)
            throws IOException {
        response.setContentType("text/csv");
        response.setCharacterEncoding(UTF_8);
        response.setHeader(
                "Content-Disposition",
                ContentDisposition.attachment()
                        .filename(fileName, UTF_8)
                        .build()
                        .toString());
        response.setHeader("Cache-Control", "no-store");
        return to(response.getWriter(), heading);
    }

    /** Writes the mark and the heading. */
    static CsvFile to(Writer out, List<String> heading) throws IOException {
        out.write('\uFEFF');
        var file = new CsvFile(out);
        return file.row(heading.toArray());
    }

    /** One more row. An absent value is an empty cell. */
    public CsvFile row(@Nullable Object... cells) throws IOException {
        for (int i = 0; i < cells.length; i++) {
            if (i > 0) {
                out.write(',');
            }
            out.write(cell(cells[i]));
        }
        out.write("\r\n");
        return this;
    }

    private static String cell(@Nullable Object value) {
        if (value == null) {
            return "";
        }
        String text = value.toString();
        if (!(value instanceof Number) && !text.isEmpty() && STARTS_FORMULA.indexOf(text.charAt(0)) >= 0) {
            text = "'" + text;
        }
        boolean quoted = text.chars().anyMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r')
                || !text.equals(text.strip());
        return quoted ? '"' + text.replace("\"", "\"\"") + '"' : text;
    }
}
