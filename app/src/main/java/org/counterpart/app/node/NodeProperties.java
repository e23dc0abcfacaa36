package org.counterpart.app.node;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;

/// What a node keeps between starts: the settings written in its `node.properties`.
public final class NodeProperties {
    private final NodeFolder folder;
    private final Map<Setting, String> values;

    private NodeProperties(NodeFolder folder, Map<Setting, String> values) {
        this.folder = folder;
        this.values = values;
    }

    /// Reads the file of a node; one that was never started has none, and then nothing is kept.
    public static NodeProperties read(NodeFolder folder) {
        Map<Setting, String> values = new EnumMap<>(Setting.class);
        var raw = new Properties();
        if (Files.exists(folder.properties())) {
            try (Reader in = Files.newBufferedReader(folder.properties(), StandardCharsets.UTF_8)) {
                raw.load(in);
            } catch (IOException | IllegalArgumentException e) {
                throw new FolderUnusable(folder.properties(), new IOException(e));
            }
        }
        for (String key : raw.stringPropertyNames()) {
            Setting setting =
                    Setting.named(key)
                            .filter(Setting::mayLieInTheFile)
                            .orElseThrow(
                                    () ->
                                            new BadSetting(
                                                    key,
                                                    "set in " + folder.properties(),
                                                    "only the settings of docs/operations.md, no"
                                                            + " passwords"));
            values.put(setting, raw.getProperty(key, ""));
        }
        return new NodeProperties(folder, values);
    }

    /// What the file says about one setting.
    public Optional<String> value(Setting setting) {
        return Optional.ofNullable(values.get(setting));
    }

    Map<Setting, String> all() {
        return values;
    }

    /// Adds what was decided at this start to what an operator wrote, and forces it to disk.
    void keep(Map<Setting, String> decided) {
        if (values.entrySet().containsAll(decided.entrySet())) {
            return;
        }
        values.putAll(decided);
        var text =
                new StringBuilder("# Settings of this node; docs/operations.md explains each.\n");
        values.forEach(
                (setting, value) ->
                        text.append(setting.key())
                                .append('=')
                                .append(value.replace("\\", "\\\\"))
                                .append('\n'));
        PrivateFiles.replace(folder.properties(), text.toString().getBytes(StandardCharsets.UTF_8));
    }
}
