package org.concordat.server.requests;

import static org.concordat.policy.reading.Shape.any;
import static org.concordat.policy.reading.Shape.group;
import static org.concordat.policy.reading.Shape.required;
import static org.concordat.policy.reading.Shape.some;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.concordat.policy.reading.Problems;
import org.concordat.policy.reading.Shape;
import org.concordat.policy.reading.Values;
import org.concordat.policy.reading.YamlFile;
import org.concordat.server.requests.internal.QuestionRows;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The library of questions and answers about sharing. For anybody; its content comes with the program. */
@Service
@Transactional
public class Questions {

    private static final String CONTENT = "/requests/questions.yaml";

    private static final Shape.Group SHAPE = group(
            required("questions-and-answers", new Shape.Id(), "Version of the content."),
            required(
                    "entries",
                    some(group(
                            required("code", new Shape.Id(), "In addresses."),
                            required("question", new Shape.Prose(300), "As people ask it."),
                            required("answer", new Shape.Prose(4_000), "In plain English."),
                            required("rules", some(new Shape.Reference("rule")), "Rules that decide it."),
                            required("kinds", any(Shape.word(DataKind.class)), "Kinds of data. None: any."),
                            required("services", any(new Shape.Id()), "Services that ask it. None: any."),
                            required("myth", new Shape.YesNo(), "Whether it is a belief that is wrong."))),
                    "The questions."));

    private final QuestionRows rows;

    Questions(QuestionRows rows) {
        this.rows = rows;
    }

    /** The content that comes with the program. */
    record Content(String version, List<Question> questions) {}

    /** Puts the program's content into the database where another version is there. */
    public void load() {
        Content content = content();
        if (!rows.version().equals(Optional.of(content.version()))) {
            rows.replace(content.version(), content.questions());
        }
    }

    /** Those that hold the words, the best first; all where none is given. */
    @Transactional(readOnly = true)
    public List<Question> search(String words, String kind, String service) {
        return rows.search(words, kind, service);
    }

    /** Those about any of these rules, myths first; at most five. */
    @Transactional(readOnly = true)
    public List<Question> about(Set<String> rules) {
        return rows.about(rules);
    }

    /** The one of that code. */
    @Transactional(readOnly = true)
    public Optional<Question> find(String code) {
        return rows.find(code);
    }

    static Content content() {
        var problems = new Problems();
        Optional<Values> read;
        try (InputStream content = Questions.class.getResourceAsStream(CONTENT)) {
            if (content == null) {
                throw new IllegalStateException("the server was built without " + CONTENT);
            }
            read = YamlFile.read(CONTENT, content, problems)
                    .flatMap(fields -> Values.of("questions-and-answers", fields, SHAPE, problems));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        Values values = read.orElseThrow(
                () -> new IllegalStateException("the questions and answers cannot be read: " + problems.inOrder()));
        return new Content(
                values.text("questions-and-answers"),
                values.groups("entries").stream().map(Questions::question).toList());
    }

    private static Question question(Values entry) {
        return new Question(
                entry.text("code"),
                entry.text("question"),
                entry.text("answer"),
                entry.texts("rules"),
                entry.texts("kinds"),
                entry.texts("services"),
                entry.isYes("myth"));
    }
}
