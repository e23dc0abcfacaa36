package org.counterpart.app.proof;

import org.counterpart.app.node.KeyFile;
import org.counterpart.app.node.Schema;
import org.counterpart.app.node.SecretAccess;
import org.counterpart.dossier.NodeId;
import org.counterpart.ledger.LogSigner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// The ledger's tables, and the key it signs with: the node's own.
@Configuration(proxyBeanMethods = false)
class ProofConfiguration {

    @Bean
    Schema proofSchema() {
        return Schema.of("proof");
    }

    @Bean
    LogSigner logSigner(KeyFile keys) {
        var name = new LogName(NodeId.of(keys.signingPublicKey()));
        return LogSigner.of(name.toString(), keys.signingKey().bytes(SecretAccess.GRANTED));
    }
}
