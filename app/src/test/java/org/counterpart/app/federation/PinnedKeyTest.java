package org.counterpart.app.federation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.counterpart.app.node.ANode;
import org.counterpart.app.node.KeyFile;
import org.counterpart.dossier.Digest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;

import javax.net.ssl.SSLHandshakeException;

@ExtendWith(ANode.Given.class)
class PinnedKeyTest {
    private final FalseDoor door;

    PinnedKeyTest(ANode node) {
        door = FalseDoor.opened(node.bean(KeyFile.class).tls());
    }

    @AfterEach
    void end() {
        door.close();
    }

    private int asked(Digest pin, String host) throws IOException, InterruptedException {
        URI address = URI.create(door.address().replace("127.0.0.1", host));
        return HttpClient.newBuilder()
                .sslContext(PinnedKey.context(pin))
                .build()
                .send(
                        HttpRequest.newBuilder(address).build(),
                        HttpResponse.BodyHandlers.discarding())
                .statusCode();
    }

    /// A node may be reached by more than one name, and its certificate says none of them.
    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "localhost"})
    void trustsItsKeyByWhateverNameItIsCalled(String host)
            throws IOException, InterruptedException {
        assertThat(asked(door.pin(), host)).isEqualTo(200);
    }

    @Test
    void trustsNoOtherKey() {
        assertThatThrownBy(() -> asked(Digest.of("another".getBytes(UTF_8)), "127.0.0.1"))
                .isInstanceOf(SSLHandshakeException.class)
                .hasStackTraceContaining("not the one in the node's card");
        assertThat(door.asked()).isEmpty();
    }
}
