package org.counterpart.app.house;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import javax.xml.parsers.DocumentBuilderFactory;

/// Every library and build tool is there for a reason that is written down.
class DependenciesTest {
    private static final Pattern ROW =
            Pattern.compile("(?m)^\\| `([\\w.-]+:[\\w.-]+)` \\| [^|]*\\S[^|]* \\|");

    @Test
    void eachHasItsReasonAndNoReasonIsLeftOver() throws Exception {
        assertThat(explained()).isEqualTo(declared());
    }

    private static Set<String> explained() {
        Set<String> found = new TreeSet<>();
        Matcher row =
                ROW.matcher(Repository.text(Repository.root().resolve("docs/dependencies.md")));
        while (row.find()) {
            found.add(row.group(1));
        }
        return found;
    }

    private static Set<String> declared() throws Exception {
        Set<String> found = new TreeSet<>();
        for (Path file : Repository.files()) {
            if (!file.endsWith("pom.xml")) {
                continue;
            }
            Element pom =
                    DocumentBuilderFactory.newInstance()
                            .newDocumentBuilder()
                            .parse(file.toFile())
                            .getDocumentElement();
            for (String kind : new String[] {"dependency", "plugin", "path", "artifactItem"}) {
                collect(pom.getElementsByTagName(kind), found);
            }
        }
        return found;
    }

    private static void collect(NodeList elements, Set<String> found) {
        for (int i = 0; i < elements.getLength(); i++) {
            Element element = (Element) elements.item(i);
            String name = text(element, "groupId") + ":" + text(element, "artifactId");
            if (!name.startsWith("org.counterpart:")) {
                found.add(name);
            }
        }
    }

    private static String text(Element element, String name) {
        return element.getElementsByTagName(name).item(0).getTextContent().strip();
    }
}
