package org.concordat.files.tables;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.dhatim.fastexcel.reader.Cell;
import org.jspecify.annotations.Nullable;

/**
 * Writes the cells of a workbook as text: dates in ISO form ({@code 1980-02-01}, with a time only when the cell has
 * one), numbers without exponent, leading zeros kept where the cell's format shows them.
 *
 * <p>Excel counts days from 1900 and believes in 29 February 1900, so days before March 1900 are shifted by one; old
 * files of the Macintosh count from 1904. Source: ECMA-376 Part 1, 18.17.4.1.
 */
final class WorkbookCells {

    private static final double LAST_DAY = 2_958_466;
    private static final int DAYS_1900_TO_1904 = 1_462;

    private final boolean from1904;
    private final Map<String, Kind> kinds = new HashMap<>();
    private long errors;
    private long formulasWithoutResult;

    WorkbookCells(boolean from1904) {
        this.from1904 = from1904;
    }

    private enum Kind {
        NUMBER,
        DATE,
        TIME,
        PADDED
    }

    /** How many cells held an error ({@code #N/A}) and were read as empty. */
    long errors() {
        return errors;
    }

    /** How many formulas were saved without their result, as programs other than Excel do, and were read as empty. */
    long formulasWithoutResult() {
        return formulasWithoutResult;
    }

    /** {@code null} for an empty cell or an error. */
    @Nullable String text(@Nullable Cell cell) {
        if (cell == null) {
            return null;
        }
        Object value = cell.getValue();
        return switch (cell.getType()) {
            case EMPTY -> null;
            case ERROR -> error();
            case BOOLEAN -> Boolean.TRUE.equals(value) ? "TRUE" : "FALSE";
            case STRING -> cell.getRawValue();
            case NUMBER -> value instanceof BigDecimal number ? number(cell, number) : null;
            case FORMULA -> ofFormula(cell, value);
        };
    }

    private @Nullable String ofFormula(Cell cell, @Nullable Object value) {
        return switch (value) {
            case BigDecimal number -> number(cell, number);
            case Boolean truth -> truth ? "TRUE" : "FALSE";
            case String text when isError(text) -> error();
            case String text -> text;
            case null -> {
                formulasWithoutResult += cell.getFormula() == null ? 0 : 1;
                yield null;
            }
            default -> null;
        };
    }

    private static boolean isError(String text) {
        return switch (text) {
            case "#N/A", "#REF!", "#VALUE!", "#NAME?", "#DIV/0!", "#NUM!", "#NULL!", "#SPILL!", "#CALC!" -> true;
            default -> false;
        };
    }

    private @Nullable String error() {
        errors++;
        return null;
    }

    private String number(Cell cell, BigDecimal number) {
        String format = cell.getDataFormatString();
        Kind kind = kindOf(cell.getDataFormatId(), format);
        double serial = number.doubleValue();
        if (kind == Kind.PADDED && format != null && number.scale() <= 0 && number.signum() >= 0) {
            String digits = Numbers.plain(number);
            return "0".repeat(Math.max(0, format.length() - digits.length())) + digits;
        }
        boolean inRange = serial >= 0 && serial < LAST_DAY;
        return switch (kind) {
            case DATE -> inRange ? dateTime(serial) : Numbers.plain(number);
            case TIME -> inRange && serial < 1 ? time(serial).toString() : Numbers.plain(number);
            case NUMBER, PADDED -> Numbers.plain(number);
        };
    }

    private String dateTime(double serial) {
        long day = (long) Math.floor(serial);
        long seconds = Math.round((serial - day) * 86_400);
        long counted = from1904 ? day + DAYS_1900_TO_1904 : day;
        LocalDate date = LocalDate.of(1899, 12, counted < 60 ? 31 : 30).plusDays(counted);
        LocalDateTime moment = date.atStartOfDay().plusSeconds(seconds);
        return Numbers.iso(moment);
    }

    private static LocalTime time(double serial) {
        return LocalTime.ofSecondOfDay(Math.min(86_399, Math.round(serial * 86_400)));
    }

    private Kind kindOf(@Nullable Integer id, @Nullable String format) {
        if (format != null) {
            return kinds.computeIfAbsent(format, WorkbookCells::kindOfFormat);
        }
        if (id == null) {
            return Kind.NUMBER;
        }
        boolean date = (id >= 14 && id <= 17) || id == 22 || (id >= 27 && id <= 36) || (id >= 50 && id <= 58);
        boolean time = (id >= 18 && id <= 21) || (id >= 45 && id <= 47);
        return date ? Kind.DATE : time ? Kind.TIME : Kind.NUMBER;
    }

    // Letters within quotes, brackets or after a backslash are decoration: "0 \d" is no date, [Red] neither.
    private static Kind kindOfFormat(String format) {
        String first = format.split(";", 2)[0];
        if (first.length() > 1 && first.chars().allMatch(c -> c == '0')) {
            return Kind.PADDED;
        }
        String letters = first.replaceAll("\"[^\"]*\"|\\\\.|\\[[^hHmMsS\\]][^\\]]*\\]|_.", "")
                .toLowerCase(Locale.ROOT);
        if (letters.contains("general") || letters.contains("e+") || letters.contains("e-")) {
            return Kind.NUMBER;
        }
        if (letters.indexOf('y') >= 0 || letters.indexOf('d') >= 0) {
            return Kind.DATE;
        }
        boolean clock = letters.indexOf('h') >= 0 || letters.indexOf('s') >= 0;
        return clock ? Kind.TIME : letters.indexOf('m') >= 0 ? Kind.DATE : Kind.NUMBER;
    }
}
