package org.counterpart.app.dossiers;

import org.counterpart.dossier.Act;
import org.counterpart.dossier.Audience;
import org.counterpart.dossier.Content;
import org.counterpart.dossier.EntryId;
import org.counterpart.dossier.Picture;
import org.counterpart.dossier.Sight;

import java.util.ArrayList;
import java.util.List;

/// To whom an entry was given on, by the forwards and releases of its dossier.
final class Gifts {
    private Gifts() {}

    static List<Audience> of(Picture picture, EntryId entry) {
        var audiences = new ArrayList<Audience>();
        for (Picture.Line line : picture.lines()) {
            if (line.sight() instanceof Sight.Read(Content content)) {
                switch (Act.of(content)) {
                    case Act.Forward(var entries, var recipients) when entries.contains(entry) ->
                            audiences.add(recipients);
                    case Act.Release(_, var entries, var recipients, _, _)
                            when entries.contains(entry) ->
                            audiences.add(recipients);
                    default -> {}
                }
            }
        }
        return audiences;
    }
}
