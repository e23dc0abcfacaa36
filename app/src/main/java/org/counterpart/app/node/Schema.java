package org.counterpart.app.node;

import java.util.List;

/// The tables of one area: an SQL schema of the area's name, made by the files in `db/migration/<area>`.
/// An area declares it as a bean; the data source is handed out only when every schema is up to date.
public record Schema(String area, List<String> after) {

    public Schema {
        after = List.copyOf(after);
    }

    /// The schema of an area that refers to no other.
    public static Schema of(String area) {
        return new Schema(area, List.of());
    }

    /// The same, made only when the named areas are there: for a foreign key to `dossiers.entry`.
    public Schema after(String... areas) {
        return new Schema(area, List.of(areas));
    }
}
