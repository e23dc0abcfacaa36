package org.counterpart.app.federation;

import org.counterpart.dossier.CanonicalJson;
import org.counterpart.dossier.Fields;
import org.counterpart.dossier.Json;
import org.counterpart.dossier.Malformed;
import org.counterpart.dossier.NodeId;
import org.counterpart.dossier.SignedCard;

/// What a node says of itself to one other: its newest card, and whether its operator accepts the peering.
///
/// @param to the node it is said to, so that nobody carries it to another
/// @param number greater than that of every hello before, so that no old one is said again in our name
record Hello(NodeId to, SignedCard card, boolean accepts, long number) {
    /// The path of the door that takes it.
    static final String PATH = "/federation/peering";

    byte[] bytes() {
        return Json.object()
                .with("version", 1)
                .with("to", to.hex())
                .with("card", card.json())
                .with("accepts", accepts)
                .with("number", number)
                .bytes();
    }

    /// Reads what [#bytes()] wrote.
    ///
    /// @throws Malformed when it is not a hello of version 1 in canonical form
    static Hello read(byte[] bytes) {
        Fields fields = new Fields(CanonicalJson.readObject(bytes));
        if (fields.whole("version") != 1) {
            throw new Malformed("only hellos of version 1 are known");
        }
        var hello =
                new Hello(
                        fields.code("to", NodeId::new),
                        SignedCard.read(fields.members("card")),
                        fields.flag("accepts"),
                        fields.whole("number"));
        fields.end();
        hello.card().card().addresses().forEach(Addresses::check);
        return hello;
    }
}
