package org.concordat.house;

import com.sun.source.tree.AnnotationTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePathScanner;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javax.lang.model.element.Modifier;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.concordat.house.Sources.Text;
import org.jspecify.annotations.Nullable;

/**
 * One Java file as the compiler's own parser reads it, reduced to what our rules ask about. Text inside strings and
 * comments can so never be mistaken for code.
 *
 * @param types every class, record, enum and interface, nested ones too
 * @param annotations every use of an annotation
 * @param strings every string literal's value
 */
record ParsedJava(Text text, List<Type> types, List<Annotation> annotations, List<String> strings) {

    /** A type, and its documentation comment where it has one. */
    record Type(String name, boolean isPublic, @Nullable String documentation) {}

    /** An annotation's simple name, its source, and the numbers of its first and last line, from 1. */
    record Annotation(String name, String source, int firstLine, int lastLine) {}

    /** Every Java file of the project, parsed once for all tests, since starting the parser is what costs. */
    static final List<ParsedJava> ALL = parse(Sources.allJava());

    static ParsedJava of(Text text) {
        return parse(List.of(text)).getFirst();
    }

    private static List<ParsedJava> parse(List<Text> texts) {
        List<Source> sources = texts.stream().map(Source::new).toList();
        Map<URI, Text> textOf = new HashMap<>();
        sources.forEach(source -> textOf.put(source.toUri(), source.text));
        var parsed = new ArrayList<ParsedJava>();
        try {
            var task = (JavacTask)
                    ToolProvider.getSystemJavaCompiler().getTask(null, null, problem -> {}, null, null, sources);
            Trees trees = Trees.instance(task);
            for (CompilationUnitTree unit : task.parse()) {
                var types = new ArrayList<Type>();
                var annotations = new ArrayList<Annotation>();
                var strings = new ArrayList<String>();
                new Collector(unit, trees, types, annotations, strings).scan(unit, null);
                Text text =
                        Objects.requireNonNull(textOf.get(unit.getSourceFile().toUri()));
                parsed.add(new ParsedJava(text, types, annotations, strings));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return parsed;
    }

    /** One of our texts, as the compiler wants to be handed it. */
    private static final class Source extends SimpleJavaFileObject {
        private final Text text;

        Source(Text text) {
            super(URI.create("string:///" + text.path()), SimpleJavaFileObject.Kind.SOURCE);
            this.text = text;
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return text.content();
        }
    }

    private static final class Collector extends TreePathScanner<@Nullable Void, @Nullable Void> {
        private final CompilationUnitTree unit;
        private final Trees trees;
        private final List<Type> types;
        private final List<Annotation> annotations;
        private final List<String> strings;

        Collector(
                CompilationUnitTree unit,
                Trees trees,
                List<Type> types,
                List<Annotation> annotations,
                List<String> strings) {
            this.unit = unit;
            this.trees = trees;
            this.types = types;
            this.annotations = annotations;
            this.strings = strings;
        }

        @Override
        public @Nullable Void visitClass(ClassTree tree, @Nullable Void nothing) {
            String name = tree.getSimpleName().toString();
            if (!name.isEmpty()) {
                boolean isPublic = tree.getModifiers().getFlags().contains(Modifier.PUBLIC);
                types.add(new Type(name, isPublic, trees.getDocComment(getCurrentPath())));
            }
            return super.visitClass(tree, null);
        }

        @Override
        public @Nullable Void visitAnnotation(AnnotationTree tree, @Nullable Void nothing) {
            String qualified = tree.getAnnotationType().toString();
            annotations.add(new Annotation(
                    qualified.substring(qualified.lastIndexOf('.') + 1),
                    tree.toString(),
                    line(trees.getSourcePositions().getStartPosition(unit, tree)),
                    line(trees.getSourcePositions().getEndPosition(unit, tree))));
            return super.visitAnnotation(tree, null);
        }

        @Override
        public @Nullable Void visitLiteral(LiteralTree tree, @Nullable Void nothing) {
            if (tree.getValue() instanceof String value) {
                strings.add(value);
            }
            return super.visitLiteral(tree, null);
        }

        private int line(long position) {
            return (int) unit.getLineMap().getLineNumber(position);
        }
    }
}
