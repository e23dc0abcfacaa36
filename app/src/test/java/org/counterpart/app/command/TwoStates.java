package org.counterpart.app.command;

import org.counterpart.app.federation.AState;
import org.counterpart.app.node.GivenOnce;
import org.counterpart.app.node.NodeFailure;
import org.counterpart.app.node.TestFolders;

import tools.jackson.databind.JsonNode;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Two real nodes that are peers, with officers at terminals: what the verbs are tested with. Singapore has a second
/// desk, `sg/forestry` with the officer `ranger`, which has part in nothing.
final class TwoStates implements AutoCloseable {
    static final String[] H1 = {"--handling", "H1", "--use", "investigation"};

    private final Path data;
    private final AState sg;
    private final AState vn;
    private final List<AState> later = new ArrayList<>();

    private TwoStates(Path data) {
        this.data = data;
        sg = AState.started(data, "sg", "Asia/Singapore");
        vn = second(data, sg);
        sg.peersWith(vn);
        secondDesk();
        sg("duty").until(desks -> desks.toString().contains("vn/customs"), "desk", "list");
        vn("duty").until(desks -> desks.toString().contains("sg/customs"), "desk", "list");
    }

    private static AState second(Path data, AState first) {
        try {
            return AState.started(data, "vn", "Asia/Ho_Chi_Minh");
        } catch (NodeFailure e) {
            first.close();
            throw e;
        }
    }

    private void secondDesk() {
        sg("operator")
                .done(
                        words(
                                "desk add --handle forestry --authority Parks --name Rangers"
                                        + " --kind forestry --lang en --zone Asia/Singapore"));
        sg("operator")
                .done(
                        words(
                                "officer add ranger --label Ranger --role duty-officer --desk"
                                        + " sg/forestry"));
    }

    /// Words without spaces in them.
    static String[] words(String line) {
        return line.split(" ", -1);
    }

    static String[] with(String[] first, String... more) {
        List<String> all = new ArrayList<>(Arrays.asList(first));
        all.addAll(Arrays.asList(more));
        return all.toArray(String[]::new);
    }

    /// What is said under these options.
    static String[] under(String[] options, String... words) {
        return with(words, options);
    }

    Terminal sg(String officer) {
        return new Terminal(data, "sg", officer);
    }

    Terminal vn(String officer) {
        return new Terminal(data, "vn", officer);
    }

    /// An officer of a third state, a peer of both; it joins when a test first needs it.
    Terminal ng(String officer) {
        if (later.isEmpty()) {
            AState ng = AState.started(data, "ng", "Africa/Lagos");
            later.add(ng);
            ng.peersWith(sg);
            ng.peersWith(vn);
            sg("duty").until(desks -> desks.toString().contains("ng/customs"), "desk", "list");
            vn("duty").until(desks -> desks.toString().contains("ng/customs"), "desk", "list");
            for (String desk : List.of("sg/customs", "vn/customs")) {
                new Terminal(data, "ng", "duty")
                        .until(desks -> desks.toString().contains(desk), "desk", "list");
            }
        }
        return new Terminal(data, "ng", officer);
    }

    /// The node itself, for what no verb does.
    AState singapore() {
        return sg;
    }

    /// A question of Singapore that Viet Nam has.
    JsonNode asked(String question) {
        JsonNode asked =
                sg("duty")
                        .done(
                                under(
                                        H1,
                                        "ask",
                                        "--to",
                                        "vn/customs",
                                        "--purpose",
                                        "To find the consignee",
                                        question));
        vn("duty").waitsFor(Said.text(asked, "entry"), "DELIVERED");
        return asked;
    }

    /// An answer of Viet Nam that Singapore has.
    String answered(String request, String text, String... handling) {
        String entry =
                Said.text(
                        vn("duty")
                                .done(
                                        under(
                                                handling,
                                                "answer",
                                                request,
                                                "--part",
                                                "--source",
                                                "B",
                                                "--information",
                                                "2",
                                                text)),
                        "entry");
        sg("duty").until(shown -> shown.toString().contains(entry), "show", request);
        return entry;
    }

    @Override
    public void close() {
        later.forEach(AState::close);
        sg.close();
        vn.close();
        TestFolders.delete(data);
    }

    private static Path folder() {
        try {
            return Files.createTempDirectory("counterpart-verbs-");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Hands tests the one pair of nodes of this process; they end after the last test.
    static final class Given extends GivenOnce<TwoStates> {
        Given() {
            super(TwoStates.class, () -> new TwoStates(folder()));
        }
    }
}
