package org.counterpart.simulation;

/// The bytes of a batch on the line.
final class Packet {
    private final byte[] bytes;

    Packet(byte[] bytes) {
        this.bytes = bytes.clone();
    }

    byte[] bytes() {
        return bytes.clone();
    }
}
