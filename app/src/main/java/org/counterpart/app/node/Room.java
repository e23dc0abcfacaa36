package org.counterpart.app.node;

import java.nio.file.Path;
import java.util.List;

/// Whether the disks of the node's folder and of its database have room left. PostgreSQL stays whole when a disk is
/// full, but answers nobody; so the node stops taking in while it can still say so.
public final class Room {
    /// Below this nothing is taken in: four segments of write-ahead log.
    static final long LEAST_FREE_BYTES = 64L << 20;

    private final List<Path> places;

    /// Of the disks that hold these folders.
    public Room(List<Path> places) {
        this.places = List.copyOf(places);
    }

    /// Whether something more can be kept.
    public boolean isLeft() {
        return places.stream()
                .map(Path::toFile)
                .filter(java.io.File::exists)
                .allMatch(place -> place.getUsableSpace() >= LEAST_FREE_BYTES);
    }
}
