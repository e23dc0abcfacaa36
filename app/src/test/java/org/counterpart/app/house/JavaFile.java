package org.counterpart.app.house;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// One source file as text, and as code alone: comments and the insides of literals blanked, lines kept.
record JavaFile(String path, String text, String code) {
    private static final Pattern PACKAGE = Pattern.compile("(?m)^package ([\\w.]+);");
    private static final Pattern TYPE =
            Pattern.compile(
                    "(?m)^((?:[a-z-]+ )*)(?:class|interface|record|enum|@interface) (\\w+)");

    static JavaFile of(Path file) {
        String text = Repository.text(file);
        return new JavaFile(
                Repository.root().relativize(file).toString().replace('\\', '/'),
                text,
                withoutWords(text));
    }

    boolean isMain() {
        return path.contains("src/main/");
    }

    boolean isTest() {
        return path.contains("src/test/");
    }

    boolean isPackageInfo() {
        return path.endsWith("/package-info.java");
    }

    String packageName() {
        Matcher found = PACKAGE.matcher(code);
        return found.find() ? found.group(1) : "";
    }

    /// The folder that stands for the package in this module, main and test alike.
    String packageInModule() {
        return path.replaceFirst("src/(main|test|jmh)/.*", "") + packageName();
    }

    List<TopLevelType> types() {
        List<TopLevelType> found = new ArrayList<>();
        Matcher matcher = TYPE.matcher(code);
        while (matcher.find()) {
            boolean open = matcher.group(1).contains("public ");
            found.add(new TopLevelType(matcher.group(2), open, before(matcher.start())));
        }
        return found;
    }

    /// The line numbers at which a pattern is found in the code.
    List<String> places(Pattern pattern) {
        return places(pattern, code);
    }

    List<String> places(Pattern pattern, String where) {
        List<String> found = new ArrayList<>();
        Matcher matcher = pattern.matcher(where);
        while (matcher.find()) {
            found.add(
                    path
                            + ":"
                            + (1 + where.substring(0, matcher.start()).lines().count())
                            + " "
                            + matcher.group().strip());
        }
        return found;
    }

    /// What stands above a type: its comment and annotations, without the imports.
    private String before(int start) {
        String above = text.substring(0, start);
        int imports = Math.max(above.lastIndexOf("\nimport "), above.lastIndexOf("package "));
        return above.substring(Math.max(0, imports)).replaceFirst("[^\n]*\n", "");
    }

    record TopLevelType(String name, boolean isPublic, String above) {}

    private static String withoutWords(String text) {
        Pattern word =
                Pattern.compile(
                        "\"\"\"(?:\\\\.|[^\\\\])*?\"\"\"|\"(?:\\\\.|[^\"\\\\\n"
                                + "])*\"|'(?:\\\\.|[^'\\\\\n"
                                + "])+'|//[^\n"
                                + "]*|/\\*.*?\\*/",
                        Pattern.DOTALL);
        return word.matcher(text)
                .replaceAll(
                        found -> Matcher.quoteReplacement(found.group().replaceAll("[^\n]", " ")));
    }
}
