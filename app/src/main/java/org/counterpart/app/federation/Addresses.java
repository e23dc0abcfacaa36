package org.counterpart.app.federation;

import org.counterpart.dossier.Malformed;

import java.net.URI;
import java.net.URISyntaxException;

/// Where the federation door of a node listens: `https://host:port` and nothing else.
///
/// An address comes from another node, and we will call it. TLS with the pinned key makes a call to anybody else end
/// before a byte of ours is sent; the form keeps paths, queries and user names out of it.
final class Addresses {
    private static final int LAST_PORT = 65_535;

    private Addresses() {}

    /// The address as it is called.
    ///
    /// @throws Malformed when it is not of the form
    static URI check(String address) {
        try {
            URI uri = new URI(address);
            boolean bare =
                    uri.getRawUserInfo() == null
                            && (uri.getRawPath() == null || uri.getRawPath().isEmpty())
                            && uri.getRawQuery() == null
                            && uri.getRawFragment() == null;
            if ("https".equals(uri.getScheme())
                    && uri.getHost() != null
                    && uri.getPort() > 0
                    && uri.getPort() <= LAST_PORT
                    && bare) {
                return uri;
            }
        } catch (URISyntaxException e) {
            throw new Malformed("an address is https://host:port, not " + address);
        }
        throw new Malformed("an address is https://host:port, not " + address);
    }
}
