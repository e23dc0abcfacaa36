package org.counterpart.app.node;

import java.net.InetAddress;
import java.net.URI;

/// The two doors of a node: http on this machine for its officers, https for other nodes.
/// The federation URL is what the node card tells others; the address and port are what the process binds.
public record Listeners(
        int officersPort, InetAddress federationAddress, int federationPort, URI federationUrl) {

    /// Where officers and their command line reach this node.
    public URI officersUrl() {
        return URI.create("http://localhost:" + officersPort);
    }
}
