package org.concordat.files.tables;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.HexFormat;
import org.apache.parquet.column.ColumnReader;
import org.apache.parquet.format.ConvertedType;
import org.apache.parquet.format.LogicalType;
import org.apache.parquet.format.SchemaElement;
import org.apache.parquet.format.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Writes the values of one Parquet column as text, by the meaning its type gives them: dates and moments in ISO form
 * (with {@code Z} where the file says they are in UTC), decimals with their point, bytes that are no text as hex.
 */
final class ParquetText {

    private static final int JULIAN_DAY_OF_1970 = 2_440_588;

    private enum Meaning {
        PLAIN,
        TEXT,
        DATE,
        MOMENT,
        TIME,
        DECIMAL,
        UNSIGNED
    }

    private final org.apache.parquet.format.Type type;
    private final Meaning meaning;
    private final int scale;
    private final long unitsPerSecond;
    private final boolean utc;

    ParquetText(SchemaElement element) {
        this.type = element.getType();
        LogicalType logical = element.getLogicalType();
        ConvertedType converted = element.getConverted_type();
        this.meaning = logical != null ? meaning(logical) : meaning(converted);
        this.scale =
                logical != null && logical.isSetDECIMAL() ? logical.getDECIMAL().getScale() : element.getScale();
        TimeUnit unit = logical != null && logical.isSetTIMESTAMP()
                ? logical.getTIMESTAMP().getUnit()
                : logical != null && logical.isSetTIME() ? logical.getTIME().getUnit() : null;
        this.unitsPerSecond = unit == null ? unitsPerSecond(converted) : unitsPerSecond(unit);
        this.utc = (logical != null && logical.isSetTIMESTAMP())
                ? logical.getTIMESTAMP().isIsAdjustedToUTC()
                : meaning == Meaning.MOMENT;
    }

    private static Meaning meaning(LogicalType logical) {
        if (logical.isSetDATE()) {
            return Meaning.DATE;
        }
        if (logical.isSetTIMESTAMP()) {
            return Meaning.MOMENT;
        }
        if (logical.isSetTIME()) {
            return Meaning.TIME;
        }
        if (logical.isSetDECIMAL()) {
            return Meaning.DECIMAL;
        }
        if (logical.isSetINTEGER()) {
            return logical.getINTEGER().isIsSigned() ? Meaning.PLAIN : Meaning.UNSIGNED;
        }
        return logical.isSetSTRING() || logical.isSetENUM() || logical.isSetJSON() ? Meaning.TEXT : Meaning.PLAIN;
    }

    private static Meaning meaning(@Nullable ConvertedType converted) {
        return switch (converted) {
            case null -> Meaning.PLAIN;
            case UTF8, ENUM, JSON -> Meaning.TEXT;
            case DATE -> Meaning.DATE;
            case TIMESTAMP_MILLIS, TIMESTAMP_MICROS -> Meaning.MOMENT;
            case TIME_MILLIS, TIME_MICROS -> Meaning.TIME;
            case DECIMAL -> Meaning.DECIMAL;
            case UINT_8, UINT_16, UINT_32, UINT_64 -> Meaning.UNSIGNED;
            default -> Meaning.PLAIN;
        };
    }

    private static long unitsPerSecond(TimeUnit unit) {
        return unit.isSetMILLIS() ? 1_000 : unit.isSetMICROS() ? 1_000_000 : 1_000_000_000;
    }

    private static long unitsPerSecond(@Nullable ConvertedType converted) {
        return converted == ConvertedType.TIMESTAMP_MILLIS || converted == ConvertedType.TIME_MILLIS
                ? 1_000
                : 1_000_000;
    }

    /** The current value of the column; {@code null} for what is no number. */
    @Nullable String text(ColumnReader reader) {
        return switch (type) {
            case BOOLEAN -> Boolean.toString(reader.getBoolean());
            case INT32 -> whole(reader.getInteger(), Integer.toUnsignedString(reader.getInteger()));
            case INT64 -> whole(reader.getLong(), Long.toUnsignedString(reader.getLong()));
            case FLOAT -> decimal(Float.toString(reader.getFloat()));
            case DOUBLE -> decimal(Double.toString(reader.getDouble()));
            case INT96 -> oldMoment(reader.getBinary().getBytes());
            case BYTE_ARRAY, FIXED_LEN_BYTE_ARRAY -> bytes(reader.getBinary().getBytes());
        };
    }

    private String whole(long number, String unsigned) {
        return switch (meaning) {
            case DATE -> LocalDate.ofEpochDay(number).toString();
            case MOMENT -> moment(number);
            case TIME ->
                LocalTime.ofNanoOfDay(Math.floorMod(number, 86_400 * unitsPerSecond) * (1_000_000_000 / unitsPerSecond))
                        .toString();
            case DECIMAL -> BigDecimal.valueOf(number, scale).toPlainString();
            case UNSIGNED -> unsigned;
            case PLAIN, TEXT -> Long.toString(number);
        };
    }

    private String moment(long units) {
        long seconds = Math.floorDiv(units, unitsPerSecond);
        long nanos = Math.floorMod(units, unitsPerSecond) * (1_000_000_000 / unitsPerSecond);
        String text = Numbers.iso(LocalDateTime.ofEpochSecond(seconds, (int) nanos, ZoneOffset.UTC));
        return utc && text.indexOf('T') > 0 ? text + "Z" : text;
    }

    private static @Nullable String decimal(String written) {
        return written.endsWith("N") || written.endsWith("y") ? null : Numbers.plain(new BigDecimal(written));
    }

    // Impala and old Spark: nanoseconds of the day, then the Julian day.
    private static String oldMoment(byte[] twelve) {
        ByteBuffer buffer = ByteBuffer.wrap(twelve).order(ByteOrder.LITTLE_ENDIAN);
        long nanos = buffer.getLong();
        long day = (long) buffer.getInt() - JULIAN_DAY_OF_1970;
        return Numbers.iso(LocalDate.ofEpochDay(day).atStartOfDay().plusNanos(nanos));
    }

    private String bytes(byte[] content) {
        if (meaning == Meaning.DECIMAL) {
            return content.length == 0 ? "" : new BigDecimal(new BigInteger(content), scale).toPlainString();
        }
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(content))
                    .toString();
            if (meaning == Meaning.TEXT || text.chars().noneMatch(c -> Trimming.isControl((char) c))) {
                return text;
            }
        } catch (CharacterCodingException _) {
            if (meaning == Meaning.TEXT) {
                return Encodings.WINDOWS_1252.decode(ByteBuffer.wrap(content)).toString();
            }
        }
        return HexFormat.of().formatHex(content);
    }
}
