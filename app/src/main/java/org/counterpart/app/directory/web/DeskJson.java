package org.counterpart.app.directory.web;

import org.counterpart.app.directory.Desk;
import org.counterpart.app.directory.DeskProfile;
import org.counterpart.app.directory.States;
import org.counterpart.app.language.Language;

import java.util.List;

/// A desk on the wire.
record DeskJson(
        String id,
        String handle,
        String state,
        String stateName,
        String authority,
        String name,
        String kind,
        List<String> languages,
        String timeZone,
        String node,
        boolean own) {
    static DeskJson of(Desk desk, States states, Language language) {
        DeskProfile profile = desk.profile();
        return new DeskJson(
                desk.id().text(),
                desk.handle(),
                profile.state().letters(),
                states.name(profile.state(), language),
                profile.authority(),
                profile.name(),
                profile.kind().code(),
                profile.languages(),
                profile.zone().getId(),
                desk.node().hex(),
                desk instanceof Desk.Own);
    }
}
