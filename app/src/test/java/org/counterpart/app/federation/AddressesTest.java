package org.counterpart.app.federation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.counterpart.dossier.Malformed;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AddressesTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://node.example:9440",
                "https://192.0.2.7:1",
                "https://[2001:db8::7]:65535"
            })
    void takesHostAndPort(String address) {
        assertThat(Addresses.check(address)).hasToString(address);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "node.example:9440",
                "http://node.example:9440",
                "HTTPS://node.example:9440",
                "ftp://node.example:9440",
                "https://node.example",
                "https://node.example:",
                "https://node.example:0",
                "https://node.example:65536",
                "https://node.example:-1",
                "https://:9440",
                "https:///",
                "https://node.example:9440/",
                "https://node.example:9440/admin",
                "https://node.example:9440?a=b",
                "https://node.example:9440#a",
                "https://user@node.example:9440",
                "https://user:word@node.example:9440",
                "https://node_example:9440",
                "https://node.example:9440 ",
                "https://node.example:9440\n",
                "file:///etc/passwd",
                "https:node.example:9440"
            })
    void takesNothingElse(String address) {
        assertThatThrownBy(() -> Addresses.check(address)).isInstanceOf(Malformed.class);
    }
}
