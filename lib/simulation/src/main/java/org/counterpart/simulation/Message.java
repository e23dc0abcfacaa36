package org.counterpart.simulation;

import java.util.List;

/// A batch on its way, as bytes.
///
/// @param signer the node whose signature the door finds on the request (RFC 9421), whoever sends it
/// @param life of the asking node: a response to a request of an earlier life finds nobody who waits
/// @param round how often this conversation has gone back and forth
/// @param tampered something on the way changed the bytes
/// @param expected what the receiver is to refuse and report, where a corrupt node made it
record Message(
        Node signer,
        Node to,
        Packet packet,
        boolean request,
        int life,
        int round,
        boolean tampered,
        List<Expected> expected) {
    byte[] bytes() {
        return packet.bytes();
    }

    Message withBytes(byte[] other) {
        return new Message(signer, to, new Packet(other), request, life, round, true, List.of());
    }
}
