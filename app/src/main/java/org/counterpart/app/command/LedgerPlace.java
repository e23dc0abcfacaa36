package org.counterpart.app.command;

import org.counterpart.ledger.Verification.Place;

import java.util.LinkedHashMap;
import java.util.Map;

/// Where the first wrong thing shows, for a person and for a program.
record LedgerPlace(String words, Map<String, Object> json) {

    static LedgerPlace inHead() {
        return new LedgerPlace(
                "in the saved head; the export was not looked at", Map.of("in", "head"));
    }

    static LedgerPlace inContents() {
        return new LedgerPlace(
                "in the contents; the export itself is intact", Map.of("in", "contents"));
    }

    static LedgerPlace ofContent(long leaf) {
        return new LedgerPlace(
                "in the contents, of leaf " + leaf + "; the export itself is intact",
                Map.of("in", "contents", "firstLeaf", leaf, "lastLeaf", leaf));
    }

    static LedgerPlace inExport(Place place, long line) {
        return switch (place) {
            case Place.AtLeaf(long number) -> leaves("at leaf " + number, number, number, line);
            case Place.Between(long from, long to) when to <= from ->
                    leaves("before leaf " + from, from, from, line);
            case Place.Between(long from, long to) when to == from + 1 ->
                    leaves("at leaf " + from, from, from, line);
            case Place.Between(long from, long to) ->
                    leaves(
                            "at one or more of the leaves " + from + " to " + (to - 1),
                            from,
                            to - 1,
                            line);
        };
    }

    private static LedgerPlace leaves(String words, long first, long last, long line) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("in", "export");
        json.put("firstLeaf", first);
        json.put("lastLeaf", last);
        json.put("line", line);
        return new LedgerPlace(
                words + (line == 0 ? "" : ", noticed in line " + line + " of the file"), json);
    }
}
