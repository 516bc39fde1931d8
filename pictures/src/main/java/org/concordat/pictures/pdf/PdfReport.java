package org.concordat.pictures.pdf;

import com.openhtmltopdf.extend.FSSupplier;
import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FSFontUseCase;
import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.svgsupport.BatikSVGDrawer;
import com.openhtmltopdf.util.Diagnostic;
import com.openhtmltopdf.util.XRLog;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Calendar;
import java.util.EnumSet;
import java.util.GregorianCalendar;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.TimeZone;
import java.util.logging.Level;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.PDMetadata;
import org.concordat.pictures.PicturesException;
import org.concordat.pictures.markup.Markup;
import org.concordat.pictures.pages.ReportPage;

/**
 * Turns a report page into a tagged PDF of A4 pages with the numbers of all figures at its end. The file is marked as
 * PDF/UA-1; its date is the report's, or none, and its identity follows from its content.
 */
public final class PdfReport {
    private static final String REGULAR = "/liberation/LiberationSans-Regular.ttf";
    private static final String BOLD = "/liberation/LiberationSans-Bold.ttf";

    private PdfReport() {}

    /**
     * Writes the page as PDF and leaves the stream open. Takes about a second for a page of ten pictures.
     *
     * @throws PicturesException with code PDF-NOT-MADE when anything on the page cannot be rendered, when the typeface has
     *     no shape for a letter, or when the stream cannot be written
     */
    public static void write(ReportPage page, OutputStream out) {
        var html = Markup.write(page.forPaper());
        refuseLettersWithoutAShape(html);
        var troubles = new ArrayList<String>();
        try (var renderer = builder(html, troubles).buildPdfRenderer()) {
            // Closed with the renderer, which owns the document.
            renderer.createPDFWithoutClosing();
            if (!troubles.isEmpty()) {
                throw notMade(String.join(" ", troubles), null);
            }
            var document = renderer.getPdfDocument();
            date(document, page.date());
            document.setDocumentId((long) html.hashCode());
            document.save(out);
        } catch (IOException e) {
            throw notMade("It could not be written.", e);
        }
    }

    /** The renderer would put another sign in the place of a letter that the typeface does not have, and say nothing. */
    private static void refuseLettersWithoutAShape(String html) {
        var unusual = html.codePoints().filter(c -> c > '~').distinct().toArray();
        if (unusual.length == 0) {
            return;
        }
        try (var in = typeface(REGULAR).supply();
                var font = new TTFParser().parse(new RandomAccessReadBuffer(in))) {
            var letters = font.getUnicodeCmapLookup();
            var missing = Arrays.stream(unusual)
                    .filter(c -> !Character.isWhitespace(c) && letters.getGlyphId(c) == 0)
                    .limit(8)
                    .mapToObj(c -> String.format(Locale.ROOT, "U+%04X", c))
                    .toList();
            if (!missing.isEmpty()) {
                throw notMade("Its typeface has no shape for " + String.join(", ", missing) + ".", null);
            }
        } catch (IOException e) {
            throw notMade("Its typeface could not be read.", e);
        }
    }

    private static PicturesException notMade(String why, @org.jspecify.annotations.Nullable Throwable cause) {
        return new PicturesException(
                "The PDF of a report was not made. " + why
                        + " The report as a web page is not affected. (PDF-NOT-MADE)",
                cause);
    }

    private static PdfRendererBuilder builder(String html, List<String> troubles) {
        // The renderer writes to standard error unless told not to; what matters arrives as diagnostics.
        XRLog.setLoggingEnabled(false);
        var builder = new PdfRendererBuilder()
                .usePdfUaAccessibility(true)
                .withProducer("Concordat with openhtmltopdf")
                .withDiagnosticConsumer(diagnostic -> note(diagnostic, troubles))
                .useExternalResourceAccessControl(
                        (address, kind) -> false,
                        com.openhtmltopdf.outputdevice.helper.ExternalResourceControlPriority.RUN_BEFORE_RESOLVING_URI);
        builder.useFont(typeface(REGULAR), "Liberation Sans", 400, FontStyle.NORMAL, true);
        builder.useFont(typeface(BOLD), "Liberation Sans", 700, FontStyle.NORMAL, true);
        // Drawings name Arial first; its metric twin stands in, so that the room left for words is right.
        var inDrawings = EnumSet.of(FSFontUseCase.SVG);
        builder.useFont(typeface(REGULAR), "Arial", 400, FontStyle.NORMAL, true, inDrawings);
        builder.useFont(typeface(BOLD), "Arial", 700, FontStyle.NORMAL, true, inDrawings);
        builder.useSVGDrawer(new BatikSVGDrawer());
        builder.withHtmlContent(html, null);
        return builder;
    }

    private static void note(Diagnostic diagnostic, List<String> troubles) {
        if (diagnostic.getLevel().intValue() >= Level.WARNING.intValue()) {
            troubles.add(diagnostic.getFormattedMessage());
        }
    }

    private static FSSupplier<InputStream> typeface(String place) {
        return () -> Objects.requireNonNull(
                PdfReport.class.getResourceAsStream(place), () -> "Typeface " + place + " is not on the class path.");
    }

    /** The renderer stamps the hour of its run; the report's own day, or none, makes the same report the same file. */
    private static void date(PDDocument document, Optional<LocalDate> day) throws IOException {
        var information = document.getDocumentInformation();
        information.getCOSObject().removeItem(COSName.CREATION_DATE);
        day.ifPresent(d -> information.setCreationDate(calendar(d)));
        var metadata = document.getDocumentCatalog().getMetadata();
        var words = new String(metadata.toByteArray(), StandardCharsets.UTF_8)
                .replaceAll("<xmp:(CreateDate|ModifyDate|MetadataDate)>[^<]*</xmp:\\1>", "");
        document.getDocumentCatalog()
                .setMetadata(
                        new PDMetadata(document, new ByteArrayInputStream(words.getBytes(StandardCharsets.UTF_8))));
    }

    private static Calendar calendar(LocalDate day) {
        var calendar = new GregorianCalendar(TimeZone.getTimeZone(ZoneOffset.UTC), Locale.ROOT);
        calendar.setTimeInMillis(day.atStartOfDay(ZoneOffset.UTC).toInstant().toEpochMilli());
        return calendar;
    }
}
