package org.counterpart.app.house;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.LineMap;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreeScanner;
import com.sun.source.util.Trees;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/// Every method and constructor of the tree, as the compiler's own parser finds them.
final class Methods {
    private Methods() {}

    /// @param lines of the body, with its braces; 0 where there is none
    record Method(String path, String name, int lines, int parameters, Kind kind) {
        boolean isMain() {
            return path.contains("src/main/");
        }

        @Override
        public String toString() {
            return "%s %s (%d lines, %d parameters)".formatted(path, name, lines, parameters);
        }
    }

    enum Kind {
        METHOD,
        /// Hands a bean to the container, as a constructor would.
        BEAN_METHOD,
        CONSTRUCTOR,
        CONSTRUCTOR_OF_A_RECORD
    }

    static List<Method> of(List<Path> files) {
        var compiler = ToolProvider.getSystemJavaCompiler();
        try (StandardJavaFileManager manager =
                compiler.getStandardFileManager(null, Locale.ROOT, StandardCharsets.UTF_8)) {
            var task =
                    (JavacTask)
                            compiler.getTask(
                                    null,
                                    manager,
                                    null,
                                    List.of("-proc:none"),
                                    null,
                                    manager.getJavaFileObjectsFromPaths(files));
            SourcePositions positions = Trees.instance(task).getSourcePositions();
            var found = new ArrayList<Method>();
            for (CompilationUnitTree unit : task.parse()) {
                new Scanner(unit, positions, found).scan(unit, Kind.METHOD);
            }
            return found;
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    /// Walks through a file, and says to each member in what kind of type it stands.
    private static final class Scanner extends TreeScanner<Void, Kind> {
        private final CompilationUnitTree unit;
        private final SourcePositions positions;
        private final List<Method> found;

        Scanner(CompilationUnitTree unit, SourcePositions positions, List<Method> found) {
            this.unit = unit;
            this.positions = positions;
            this.found = found;
        }

        @Override
        public Void visitClass(ClassTree type, Kind around) {
            boolean record = type.getKind() == Tree.Kind.RECORD;
            return super.visitClass(type, record ? Kind.CONSTRUCTOR_OF_A_RECORD : Kind.CONSTRUCTOR);
        }

        @Override
        public Void visitMethod(MethodTree method, Kind constructor) {
            String path =
                    Repository.root().relativize(Path.of(unit.getSourceFile().getName())) + "";
            boolean constructs = method.getName().contentEquals("<init>");
            found.add(
                    new Method(
                            path,
                            method.getName().toString(),
                            lines(method),
                            method.getParameters().size(),
                            constructs ? constructor : kind(method)));
            return super.visitMethod(method, constructor);
        }

        private static Kind kind(MethodTree method) {
            boolean bean =
                    method.getModifiers().getAnnotations().stream()
                            .anyMatch(one -> one.getAnnotationType().toString().equals("Bean"));
            return bean ? Kind.BEAN_METHOD : Kind.METHOD;
        }

        private int lines(MethodTree method) {
            if (method.getBody() == null) {
                return 0;
            }
            LineMap lines = unit.getLineMap();
            long first = lines.getLineNumber(positions.getStartPosition(unit, method.getBody()));
            long last = lines.getLineNumber(positions.getEndPosition(unit, method.getBody()));
            return (int) (last - first) + 1;
        }
    }
}
