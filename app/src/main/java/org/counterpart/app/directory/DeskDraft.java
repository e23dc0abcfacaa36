package org.counterpart.app.directory;

import org.counterpart.dossier.StateCode;

import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/// What somebody says about a desk, before anything of it is believed.
public record DeskDraft(
        String state,
        String slug,
        String authority,
        String name,
        String kind,
        List<String> languages,
        String zone) {
    public DeskDraft {
        state = state.strip();
        authority = authority.strip();
        name = name.strip();
        languages = List.copyOf(languages);
    }

    /// The same words again, of a desk that exists.
    static DeskDraft of(DeskProfile profile) {
        return new DeskDraft(
                profile.state().letters(),
                profile.slug(),
                profile.authority(),
                profile.name(),
                profile.kind().code(),
                profile.languages(),
                profile.zone().getId());
    }

    /// A profile, or why there can be none.
    public sealed interface Checked {
        record Sound(DeskProfile profile) implements Checked {}

        record Unsound(DirectoryGround ground) implements Checked {}
    }

    /// Looks at everything that can be known without the other desks.
    public Checked check(States states) {
        for (DeskRule rule : DeskRule.ALL) {
            Optional<DirectoryGround> ground = rule.check(this, states);
            if (ground.isPresent()) {
                return new Checked.Unsound(ground.get());
            }
        }
        return DeskKind.of(kind)
                .<Checked>map(known -> new Checked.Sound(profile(known)))
                .orElseGet(() -> new Checked.Unsound(DirectoryGround.KIND_UNKNOWN));
    }

    private DeskProfile profile(DeskKind known) {
        return new DeskProfile(
                new StateCode(state), slug, authority, name, known, languages, ZoneId.of(zone));
    }
}
