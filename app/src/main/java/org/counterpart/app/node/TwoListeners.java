package org.counterpart.app.node;

import org.apache.catalina.connector.Connector;
import org.apache.coyote.http11.Http11NioProtocol;
import org.apache.tomcat.util.net.SSLHostConfig;
import org.apache.tomcat.util.net.SSLHostConfigCertificate;
import org.apache.tomcat.util.threads.VirtualThreadExecutor;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;

import java.io.IOException;
import java.net.InetAddress;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;

/// The doors of the process: plain http on this machine for officers, TLS 1.3 with the node's own key for other nodes.
final class TwoListeners implements WebServerFactoryCustomizer<TomcatServletWebServerFactory> {
    private static final String ALIAS = "tls";
    private static final int SILENCE_MILLIS = 20_000;

    private final Listeners listeners;
    private final TlsIdentity identity;

    TwoListeners(Listeners listeners, TlsIdentity identity) {
        this.listeners = listeners;
        this.identity = identity;
    }

    @Override
    public void customize(TomcatServletWebServerFactory factory) {
        factory.setAddress(InetAddress.getLoopbackAddress());
        factory.setPort(listeners.officersPort());
        var lines = new LinesOfNodes();
        factory.addAdditionalConnectors(federation(lines));
        factory.addContextValves(lines.noting());
    }

    private Connector federation(LinesOfNodes lines) {
        var protocol = new Http11NioProtocol(lines);
        protocol.setAddress(listeners.federationAddress());
        protocol.setPort(listeners.federationPort());
        protocol.setSSLEnabled(true);
        // Not before the node is whole: until then the port is held for it.
        protocol.setProperty("bindOnInit", "false");
        protocol.setExecutor(new VirtualThreadExecutor("federation-"));
        protocol.setMaxConnections(LinesOfNodes.MOST);
        protocol.setConnectionTimeout(SILENCE_MILLIS);
        protocol.addSslHostConfig(tls());
        var connector = new Connector(protocol);
        connector.setScheme("https");
        connector.setSecure(true);
        connector.setXpoweredBy(false);
        return connector;
    }

    private SSLHostConfig tls() {
        var config = new SSLHostConfig();
        config.setProtocols("TLSv1.3");
        var certificate = new SSLHostConfigCertificate(config, SSLHostConfigCertificate.Type.EC);
        certificate.setCertificateKeystore(keyStore());
        certificate.setCertificateKeyAlias(ALIAS);
        certificate.setCertificateKeyPassword("");
        config.addCertificate(certificate);
        return config;
    }

    /// In memory only, so its password protects nothing.
    private KeyStore keyStore() {
        try {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(null, null);
            store.setKeyEntry(
                    ALIAS, identity.key(), new char[0], new Certificate[] {identity.certificate()});
            return store;
        } catch (GeneralSecurityException | IOException e) {
            throw new KeyFileUnusable("The TLS key of this node cannot be used.", e);
        }
    }
}
