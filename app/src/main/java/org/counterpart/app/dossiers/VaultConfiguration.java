package org.counterpart.app.dossiers;

import org.counterpart.app.node.KeyFile;
import org.counterpart.app.node.Schema;
import org.counterpart.app.proof.Leaves;
import org.counterpart.dossier.Guards;
import org.counterpart.dossier.NodeId;
import org.counterpart.dossier.NodeKeys;
import org.counterpart.dossier.PublishedCryptography;
import org.counterpart.dossier.TypeRule;
import org.counterpart.replication.Exchanging;
import org.counterpart.replication.Limits;
import org.counterpart.replication.Replication;
import org.counterpart.replication.Tools;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.function.Supplier;

/// The vault and the machine of replication that works on it.
@Configuration(proxyBeanMethods = false)
class VaultConfiguration {
    @Bean
    Schema dossiersSchema() {
        return Schema.of("dossiers");
    }

    @Bean
    Replication replication(OwnKeys keys, SecureRandom random, InstantSource clock) {
        var tools =
                new Tools(new PublishedCryptography(), random, clock, Limits.STANDARD, Guards.ALL);
        return new Replication(keys::now, tools);
    }

    @Bean
    VaultTransactions vaultTransactions(
            JdbcClient jdbc,
            PlatformTransactionManager manager,
            VaultTransactions.Surroundings surroundings,
            VaultTransactions.Afterwards afterwards) {
        return new VaultTransactions(
                jdbc, new TransactionTemplate(manager), surroundings, afterwards);
    }

    @Bean
    VaultTransactions.Surroundings vaultSurroundings(
            KeyFile file,
            OwnKeys keys,
            Peerings peerings,
            InstantSource clock,
            SecureRandom random) {
        Supplier<NodeKeys> now = keys::now;
        return new VaultTransactions.Surroundings(new AtRest(file, random), now, peerings, clock);
    }

    /// Projections are looked up late: the areas that bring them are built on the vault.
    @Bean
    VaultTransactions.Afterwards vaultAfterwards(
            Leaves leaves,
            KeyFile file,
            InstantSource clock,
            ObjectProvider<Projection> projections,
            ApplicationEventPublisher events) {
        var vaultLeaves = new VaultLeaves(leaves, NodeId.of(file.signingPublicKey()), clock);
        return new VaultTransactions.Afterwards(
                vaultLeaves, () -> projections.orderedStream().toList(), events);
    }

    @Bean
    Exchanging exchanging(Replication replication, VaultTransactions transactions) {
        return new Exchanging(replication, transactions);
    }

    @Bean
    Vault vault(
            VaultTransactions transactions,
            Replication replication,
            Peerings peerings,
            OwnKeys keys,
            InstantSource clock,
            ObjectProvider<TypeRule> types) {
        TypeRule all = TypeRule.all(types.orderedStream().toList());
        return new Vault(transactions, replication, peerings, keys, clock, all);
    }
}
