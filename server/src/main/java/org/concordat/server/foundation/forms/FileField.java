package org.concordat.server.foundation.forms;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.web.multipart.MultipartFile;

/**
 * A field for a file. Its name and the type that the browser claims say nothing about what is in it: whoever reads it checks
 * the content.
 */
public final class FileField extends Field<FileField> {

    private static final long USUAL_BYTES = 1L << 20;

    private long most = USUAL_BYTES;
    private List<String> endings = List.of();

    FileField(Form form, String name) {
        super(form, name);
    }

    @Override
    FileField self() {
        return this;
    }

    @Override
    boolean isKept() {
        return false;
    }

    /** No larger than this; one megabyte unless said otherwise. */
    public FileField atMostBytes(long bytes) {
        this.most = bytes;
        return this;
    }

    /** The name must end in one of these, such as {@code yaml}. */
    public FileField named(String... endings) {
        this.endings = List.of(endings);
        return this;
    }

    /** The file, where one was chosen and has no problem. */
    public Optional<MultipartFile> value() {
        MultipartFile file = form.sentFile(name).orElse(null);
        if (file == null || file.isEmpty()) {
            if (file != null && !nameOf(file).isEmpty()) {
                problem("emptyFile");
            } else if (isRequired()) {
                problem("file");
            }
            return Optional.empty();
        }
        String fileName = nameOf(file).toLowerCase(Locale.ROOT);
        if (file.getSize() > most) {
            problem("largeFile", most / 1024);
        } else if (!endings.isEmpty() && endings.stream().noneMatch(ending -> fileName.endsWith("." + ending))) {
            problem("fileName", String.join(", ", endings));
        } else {
            return Optional.of(file);
        }
        return Optional.empty();
    }

    private static String nameOf(MultipartFile file) {
        return Optional.ofNullable(file.getOriginalFilename()).orElse("");
    }
}
