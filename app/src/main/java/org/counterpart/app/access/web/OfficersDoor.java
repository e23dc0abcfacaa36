package org.counterpart.app.access.web;

import org.counterpart.app.access.AccessGround;
import org.counterpart.app.access.AddingOfficer;
import org.counterpart.app.access.ChangingRole;
import org.counterpart.app.access.ListingOfficers;
import org.counterpart.app.access.NotDone;
import org.counterpart.app.access.Officer;
import org.counterpart.app.access.OfficerName;
import org.counterpart.app.access.OwnDesks;
import org.counterpart.app.access.RevokingOfficer;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

import java.util.List;

/// The roll of officers over HTTP.
@RestController
class OfficersDoor {
    private final AddingOfficer adding;
    private final RevokingOfficer revoking;
    private final ChangingRole changing;
    private final ListingOfficers listing;
    private final OwnDesks desks;

    OfficersDoor(
            AddingOfficer adding,
            RevokingOfficer revoking,
            ChangingRole changing,
            ListingOfficers listing,
            OwnDesks desks) {
        this.adding = adding;
        this.revoking = revoking;
        this.changing = changing;
        this.listing = listing;
        this.desks = desks;
    }

    @PostMapping("/officers")
    @ResponseStatus(HttpStatus.CREATED)
    AddedJson add(Officer by, @RequestBody NewOfficerJson body) {
        return switch (adding.add(by, body.read(desks))) {
            case AddingOfficer.Outcome.Added added -> AddedJson.of(added);
            case AddingOfficer.Outcome.Refused(AccessGround ground) -> throw new NotDone(ground);
        };
    }

    @GetMapping("/officers")
    PageJson list(Officer by, @RequestParam(defaultValue = "0") long after) {
        return switch (listing.after(by, after)) {
            case ListingOfficers.Outcome.Page page -> PageJson.of(page);
            case ListingOfficers.Outcome.Refused(AccessGround ground) -> throw new NotDone(ground);
        };
    }

    @PostMapping("/officers/{name}/revocation")
    @ResponseStatus(HttpStatus.CREATED)
    RevocationJson revoke(Officer by, @PathVariable String name) {
        return switch (revoking.revoke(by, known(name))) {
            case RevokingOfficer.Outcome.Revoked(var officer, var at) ->
                    new RevocationJson(OfficerJson.of(officer), at.toString());
            case RevokingOfficer.Outcome.Refused(AccessGround ground) -> throw new NotDone(ground);
        };
    }

    @PostMapping("/officers/{name}/role")
    OfficerJson changeRole(Officer by, @PathVariable String name, @RequestBody PostJson body) {
        return switch (changing.change(by, known(name), body.read(desks))) {
            case ChangingRole.Outcome.Changed(Officer officer) -> OfficerJson.of(officer);
            case ChangingRole.Outcome.Refused(AccessGround ground) -> throw new NotDone(ground);
        };
    }

    /// A name that nobody can have is nobody's.
    private static OfficerName known(String name) {
        return OfficerName.parse(name).orElseThrow(() -> new NotDone(AccessGround.OFFICER_UNKNOWN));
    }

    record RevocationJson(OfficerJson officer, String revokedAt) {}

    record PageJson(List<EnrolmentJson> officers, boolean more) {
        static PageJson of(ListingOfficers.Outcome.Page page) {
            return new PageJson(
                    page.officers().stream().map(EnrolmentJson::of).toList(), page.more());
        }
    }
}
