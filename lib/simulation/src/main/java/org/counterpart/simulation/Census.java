package org.counterpart.simulation;

import org.counterpart.dossier.Act;
import org.counterpart.dossier.Membership;
import org.counterpart.dossier.Picture;
import org.counterpart.dossier.Sight;
import org.counterpart.dossier.VoidReason;

/// Counts what is found in a dossier at the end of a run.
final class Census {
    private final Coverage coverage;

    Census(Coverage coverage) {
        this.coverage = coverage;
    }

    void count(Picture picture, Node node) {
        for (Picture.Line line : picture.lines()) {
            membership(line.placed().membership());
            sight(line.sight());
            if (line.standing() == Picture.Standing.RECALLED) {
                coverage.count(Happening.RECALLED);
            }
            if (line.standing() == Picture.Standing.RESTS_ON_RECALLED) {
                coverage.count(Happening.RESTS_ON_RECALLED);
            }
            if (line.standing() == Picture.Standing.CORRECTED) {
                coverage.count(Happening.CORRECTED);
            }
            if (!line.foundVoidBy().isEmpty()) {
                coverage.count(Happening.FOUND_VOID);
            }
            if (line.sight() instanceof Sight.Read(var content)
                    && !content.audience().includes(node.id())) {
                coverage.count(Happening.FORWARDED_ON);
            }
        }
        picture.permissions()
                .values()
                .forEach(
                        permission ->
                                coverage.count(
                                        switch (permission) {
                                            case Picture.Permission.Asked _ ->
                                                    Happening.PERMISSION_ASKED;
                                            case Picture.Permission.Granted _ -> Happening.GRANTED;
                                            case Picture.Permission.Refused _ ->
                                                    Happening.PERMISSION_REFUSED;
                                        }));
        picture.consents().keySet().forEach(_ -> coverage.count(Happening.CONSENTED));
    }

    private void membership(Membership act) {
        switch (act) {
            case Membership.Add _ -> coverage.count(Happening.ADDED);
            case Membership.Remove _ -> coverage.count(Happening.REMOVED);
            case Membership.Leave _ -> coverage.count(Happening.LEFT);
            case Membership.Renew _ -> coverage.count(Happening.CARD_RENEWED);
            case Membership.Open _, Membership.Unchanged _ -> {}
        }
    }

    private void sight(Sight sight) {
        switch (sight) {
            case Sight.Voided(var reason) -> voided(reason);
            case Sight.Erased() -> coverage.count(Happening.ERASED);
            case Sight.Read(var content) -> {
                Act act = Utterances.act(content);
                if (act instanceof Act.ConsentWithdrawn) {
                    coverage.count(Happening.CONSENT_WITHDRAWN);
                } else if (act instanceof Act.TimeDisputed) {
                    coverage.count(Happening.TIME_DISPUTED);
                }
            }
            case Sight.Closed() -> {}
        }
    }

    private void voided(VoidReason reason) {
        switch (reason) {
            case TWO_HISTORIES -> coverage.count(Happening.VOID_TWO_HISTORIES);
            case WRITTEN_AFTER_REMOVAL -> coverage.count(Happening.VOID_AFTER_REMOVAL);
            case AUTHOR_NOT_ADMITTED -> coverage.count(Happening.VOID_NOT_ADMITTED);
            case DOES_NOT_OPEN, COMMITMENT_BROKEN, CONTENT_MALFORMED, WRONG_AUDIENCE -> {}
            case BREAKS_ITS_TYPE -> coverage.count(Happening.VOID_BREAKS_ITS_TYPE);
        }
    }
}
