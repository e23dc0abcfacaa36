package org.counterpart.app.node.web;

import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

import java.sql.Connection;
import java.sql.SQLException;

import javax.sql.DataSource;

/// Tells scripts whether the node can work, by the status alone: 204 yes, 503 not now.
@RestController
class Health {
    private static final int PATIENCE_SECONDS = 2;
    private final DataSource source;

    Health(DataSource source) {
        this.source = source;
    }

    @GetMapping("/health")
    ResponseEntity<Void> health() {
        return ResponseEntity.status(
                        databaseAnswers() ? HttpStatus.NO_CONTENT : HttpStatus.SERVICE_UNAVAILABLE)
                .build();
    }

    private boolean databaseAnswers() {
        try (Connection connection = source.getConnection()) {
            return connection.isValid(PATIENCE_SECONDS);
        } catch (SQLException _) {
            return false; // That is the answer.
        }
    }
}
