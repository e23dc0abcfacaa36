package org.counterpart.app.dossiers;

import org.counterpart.app.access.AccessGround;
import org.counterpart.dossier.Content;
import org.counterpart.dossier.Handling;
import org.counterpart.dossier.HandlingGround;
import org.counterpart.dossier.Picture;

import java.util.List;

/// An entry as one officer may see it.
public sealed interface ShownLine {
    Picture.Line line();

    /// With its content; the ledger says that it was read.
    record Open(Picture.Line line, Content content) implements ShownLine {}

    /// This node holds it, and its handling keeps it closed for now.
    ///
    /// @param handling what has to be read and understood where a restriction of H3 is all that is in the way
    record Withheld(Picture.Line line, List<HandlingGround> grounds, Handling handling)
            implements ShownLine {}

    /// It is for other desks of this node.
    record NotForThisDesk(Picture.Line line, AccessGround ground) implements ShownLine {}

    /// There is nothing to show: a bare envelope, a void or an erased entry.
    record Bare(Picture.Line line) implements ShownLine {}
}
