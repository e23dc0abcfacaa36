package org.counterpart.app.dossiers;

import java.util.List;

/// What an area draws from entries for its own pages; applied inside the transaction that changed them.
///
/// A projection can be thrown away and drawn again: nothing that another state relies on lives in it.
public interface Projection {
    void apply(List<Change> changes);
}
