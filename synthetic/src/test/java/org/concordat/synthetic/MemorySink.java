package org.concordat.synthetic;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Keeps what the town writes in memory. */
final class MemorySink implements Sink {
    private final Map<String, ByteArrayOutputStream> files = new TreeMap<>();

    @Override
    public OutputStream open(String fileName) {
        return files.computeIfAbsent(fileName, name -> new ByteArrayOutputStream());
    }

    Iterable<String> names() {
        return files.keySet();
    }

    byte[] bytes(String fileName) {
        ByteArrayOutputStream file = files.get(fileName);
        if (file == null) {
            throw new AssertionError("the town wrote no " + fileName);
        }
        return file.toByteArray();
    }

    String text(String fileName, Charset encoding) {
        return new String(bytes(fileName), encoding);
    }

    List<String> lines(String fileName) {
        return text(fileName, StandardCharsets.UTF_8).lines().toList();
    }
}
