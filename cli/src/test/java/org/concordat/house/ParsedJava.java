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
import java.util.List;
import javax.lang.model.element.Modifier;
import javax.tools.JavaCompiler;
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

    static ParsedJava of(Text text) {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        var source =
                new SimpleJavaFileObject(URI.create("string:///" + text.path()), SimpleJavaFileObject.Kind.SOURCE) {
                    @Override
                    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
                        return text.content();
                    }
                };
        var types = new ArrayList<Type>();
        var annotations = new ArrayList<Annotation>();
        var strings = new ArrayList<String>();
        try {
            var task = (JavacTask) compiler.getTask(null, null, problem -> {}, null, null, List.of(source));
            Trees trees = Trees.instance(task);
            for (CompilationUnitTree unit : task.parse()) {
                new Collector(unit, trees, types, annotations, strings).scan(unit, null);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new ParsedJava(text, types, annotations, strings);
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
