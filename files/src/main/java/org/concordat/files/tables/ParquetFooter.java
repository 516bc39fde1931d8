package org.concordat.files.tables;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import org.apache.parquet.format.FieldRepetitionType;
import org.apache.parquet.format.FileMetaData;
import org.apache.parquet.format.SchemaElement;
import org.apache.parquet.format.Util;
import org.apache.parquet.schema.GroupType;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.PrimitiveType;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;
import org.apache.parquet.schema.Type;
import org.concordat.files.FilesException;

/**
 * What stands at the end of a Parquet file: its columns and where their values lie.
 *
 * @param metaData as the file has it
 * @param schema the same columns in the form that Parquet's own decoders take
 * @param leaves one element for each column of the schema, in its order
 * @param end position of the footer, where the values end
 */
record ParquetFooter(FileMetaData metaData, MessageType schema, List<SchemaElement> leaves, int end) {

    private static final int DEEPEST = 32;
    private static final int TAIL_BYTES = 8;

    static ParquetFooter read(String fileName, byte[] bytes, ReadOptions.Limits limits) {
        String mark = bytes.length < TAIL_BYTES + 4 ? "" : magic(bytes);
        if (mark.equals("PARE")) {
            throw encrypted(fileName);
        }
        if (!mark.equals("PAR1")) {
            throw Trouble.cutShort(fileName);
        }
        int length = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).getInt(bytes.length - TAIL_BYTES);
        int end = bytes.length - TAIL_BYTES - length;
        if (length <= 0 || end < 4) {
            throw Trouble.damaged(fileName, "its footer points outside of it");
        }
        FileMetaData metaData = metaData(fileName, bytes, end, length);
        if (metaData.getSchemaSize() > 4 * limits.columns()) {
            throw Trouble.damaged(fileName, "it has " + metaData.getSchemaSize() + " columns");
        }
        List<SchemaElement> leaves = new ArrayList<>();
        List<SchemaElement> elements = metaData.getSchema();
        List<Type> children = new ArrayList<>();
        int next = 1;
        while (next < elements.size()) {
            next = add(fileName, elements, next, children, leaves, 0);
        }
        return new ParquetFooter(metaData, new MessageType("table", children), leaves, end);
    }

    private static String magic(byte[] bytes) {
        StringBuilder mark = new StringBuilder();
        for (int i = bytes.length - 4; i < bytes.length; i++) {
            mark.append((char) bytes[i]);
        }
        return mark.toString();
    }

    static FilesException encrypted(String fileName) {
        return new FilesException(
                "FILE-ENCRYPTED", fileName + " is Parquet whose columns are encrypted. Export it without encryption.");
    }

    // A hostile footer can claim a list of any length, for which the decoder reserves memory at once. That allocation
    // is the only thing lost when it fails, so the error is caught.
    private static FileMetaData metaData(String fileName, byte[] bytes, int end, int length) {
        try {
            return Util.readFileMetaData(new ByteArrayInputStream(bytes, end, length));
        } catch (IOException | RuntimeException | OutOfMemoryError _) {
            throw Trouble.damaged(fileName, "its footer is damaged");
        }
    }

    /** Adds the element at this index, with all below it, and returns the index after them. */
    private static int add(
            String fileName,
            List<SchemaElement> elements,
            int index,
            List<Type> siblings,
            List<SchemaElement> leaves,
            int depth) {
        SchemaElement element = elements.get(index);
        Type.Repetition repetition = repetition(element);
        if (!element.isSetNum_children() || element.getNum_children() == 0) {
            if (!element.isSetType()) {
                return index + 1;
            }
            PrimitiveTypeName type = PrimitiveTypeName.valueOf(nameOfType(element));
            siblings.add(new PrimitiveType(repetition, type, element.getType_length(), element.getName()));
            leaves.add(element);
            return index + 1;
        }
        if (depth > DEEPEST || element.getNum_children() < 0) {
            throw Trouble.damaged(fileName, "its columns nest too deep");
        }
        List<Type> children = new ArrayList<>();
        int next = index + 1;
        for (int i = 0; i < element.getNum_children(); i++) {
            if (next >= elements.size()) {
                throw Trouble.damaged(fileName, "its list of columns ends too early");
            }
            next = add(fileName, elements, next, children, leaves, depth + 1);
        }
        if (!children.isEmpty()) {
            siblings.add(new GroupType(repetition, element.getName(), children));
        }
        return next;
    }

    private static Type.Repetition repetition(SchemaElement element) {
        FieldRepetitionType type = element.getRepetition_type();
        return type == null ? Type.Repetition.REQUIRED : Type.Repetition.valueOf(type.name());
    }

    private static String nameOfType(SchemaElement element) {
        return switch (element.getType()) {
            case BYTE_ARRAY -> "BINARY";
            case BOOLEAN, INT32, INT64, INT96, FLOAT, DOUBLE, FIXED_LEN_BYTE_ARRAY ->
                element.getType().name();
        };
    }
}
