package org.counterpart.app.directory.web;

import org.counterpart.app.access.NotDone;
import org.counterpart.app.access.Officer;
import org.counterpart.app.directory.AddingDesk;
import org.counterpart.app.directory.DirectoryGround;
import org.counterpart.app.directory.ListingDesks;
import org.counterpart.app.directory.States;
import org.counterpart.app.language.Language;
import org.counterpart.app.node.Settings;
import org.counterpart.dossier.StateCode;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Opens desks and lists them.
@RestController
class DesksDoor {
    private final AddingDesk adding;
    private final ListingDesks listing;
    private final States states;
    private final String ourState;

    DesksDoor(AddingDesk adding, ListingDesks listing, States states, Settings settings) {
        this.adding = adding;
        this.listing = listing;
        this.states = states;
        this.ourState = settings.state().text();
    }

    @PostMapping("/desks")
    @ResponseStatus(HttpStatus.CREATED)
    DeskJson add(
            Officer by,
            @RequestBody NewDeskJson body,
            @RequestHeader(name = HttpHeaders.ACCEPT_LANGUAGE, defaultValue = "")
                    String languages) {
        return switch (adding.add(by, body.read(ourState))) {
            case AddingDesk.Outcome.Added(var desk) -> DeskJson.of(desk, states, wished(languages));
            case AddingDesk.Outcome.Refused(var refusal) -> throw new NotDone(refusal);
        };
    }

    /// Of one state when it is named.
    @GetMapping("/desks")
    PageJson list(
            Officer by,
            @RequestParam(defaultValue = "0") long after,
            @RequestParam(defaultValue = "") String state,
            @RequestHeader(name = HttpHeaders.ACCEPT_LANGUAGE, defaultValue = "")
                    String languages) {
        var outcome =
                state.isBlank() ? listing.after(by, after) : listing.after(by, after, known(state));
        return switch (outcome) {
            case ListingDesks.Outcome.Page page -> PageJson.of(page, states, wished(languages));
            case ListingDesks.Outcome.Refused(var ground) -> throw new NotDone(ground);
        };
    }

    /// The first language of the reader that we speak.
    private static Language wished(String languages) {
        try {
            return Language.of(
                    Locale.LanguageRange.parse(languages.isBlank() ? "*" : languages).stream()
                            .map(range -> Locale.forLanguageTag(range.getRange()))
                            .toList());
        } catch (IllegalArgumentException _) {
            return Language.ENGLISH; // What is no list of languages wishes for none.
        }
    }

    private StateCode known(String state) {
        String letters = state.strip().toUpperCase(Locale.ROOT);
        return Optional.of(letters)
                .filter(text -> text.matches("[A-Z]{2}"))
                .map(StateCode::new)
                .filter(code -> states.find(code).isPresent())
                .orElseThrow(() -> new NotDone(DirectoryGround.STATE_UNKNOWN));
    }

    record PageJson(List<DeskJson> desks, long last, boolean more) {
        static PageJson of(ListingDesks.Outcome.Page page, States states, Language language) {
            return new PageJson(
                    page.desks().stream().map(desk -> DeskJson.of(desk, states, language)).toList(),
                    page.last(),
                    page.more());
        }
    }
}
