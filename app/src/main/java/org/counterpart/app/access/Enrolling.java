package org.counterpart.app.access;

import org.counterpart.app.node.Secret;
import org.counterpart.ledger.Act;
import org.counterpart.ledger.Code;
import org.springframework.stereotype.Component;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/// Puts a new officer on the roll, with a token and its file; for the first officer and for all others alike.
/// To be called in a transaction: the file is written last, so a failure leaves at most a file that opens nothing.
@Component
class Enrolling {
    private final Officers officers;
    private final Tokens tokens;
    private final TokenFiles files;
    private final InstantSource time;
    private final SecureRandom random;

    Enrolling(
            Officers officers,
            Tokens tokens,
            TokenFiles files,
            InstantSource time,
            SecureRandom random) {
        this.officers = officers;
        this.tokens = tokens;
        this.files = files;
        this.time = time;
        this.random = random;
    }

    /// A new officer; the token is shown this once.
    record Enrolled(Officer officer, Secret token, Path file) {
        /// What the ledger keeps of it.
        Act in(Act act) {
            Act whole =
                    act.about(new Code(officer.id().text()))
                            .with(new Code("new-role"), new Code(officer.role().code()));
            return officer.desk()
                    .map(desk -> whole.with(new Code("new-desk"), new Code(desk.text())))
                    .orElse(whole);
        }
    }

    /// Empty when a live officer has the name.
    Optional<Enrolled> enrol(NewOfficer wanted) {
        Instant now = time.instant();
        Officer officer =
                Officer.of(OfficerId.draw(random), wanted.name(), wanted.label(), wanted.post());
        if (!officers.add(officer, now)) {
            return Optional.empty();
        }
        Token token = Token.draw(officer.id(), random);
        tokens.keep(token, now);
        return Optional.of(new Enrolled(officer, token.text(), files.write(officer.name(), token)));
    }
}
