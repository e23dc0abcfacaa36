package org.counterpart.app.federation;

import static org.assertj.core.api.Assertions.assertThat;

import org.awaitility.Awaitility;
import org.counterpart.app.node.NodeProcessUnderTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import tools.jackson.databind.JsonNode;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;

/// A node whose disk is nearly full takes nothing in that it could not keep, says so, and goes on when there is room.
class FullDiskTest {
    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final long MEBIBYTE = 1 << 20;
    private static final int LEFT = 20;

    FullDiskTest() {}

    @Test
    void isSaidToPeersAndHealsByItself(@TempDir Path data) throws Exception {
        Path small = Files.createDirectory(data.resolve("small"));
        try (NodeProcessUnderTest vnProcess = onASmallDisk(small).ready();
                AState sg = AState.started(data, "sg", "Asia/Singapore")) {
            // The mount is the process's own, so it is seen through the process.
            Path disk = Path.of("/proc/" + vnProcess.pid() + "/root" + small);
            AState vn = AState.elsewhere(disk, "vn");
            vn.staff("Asia/Ho_Chi_Minh");
            sg.peersWith(vn);
            await(() -> sg.knows(vn.desk()) && vn.knows(sg.desk()));

            Path filler = fill(disk);
            String entry = sg.as("duty").post("/exchange/ask", QUESTION).text("entry");
            await(() -> failure(sg).equals(FederationGround.NO_ROOM.code()));
            assertThat(state(sg, entry)).isEqualTo("SENT");
            assertThat(vn.as("duty").get("/exchange/inbox").body().toString())
                    .doesNotContain(entry);

            Files.delete(filler);
            await(() -> state(sg, entry).equals("DELIVERED"));
            assertThat(vn.as("duty").get("/exchange/inbox").body().toString()).contains(entry);
        }
    }

    private static final String QUESTION =
            """
            {"to":"vn/customs","question":{"language":"en","text":"Is there room?"},"purpose":"Practice",
             "handling":{"codes":["H0"],"use":["INVESTIGATION"]}}
            """;

    /// An ordinary account may mount only where it is root, in a user namespace of its own; the node then runs in a second
    /// one, as that account again.
    private static NodeProcessUnderTest onASmallDisk(Path small) throws IOException {
        boolean root = System.getProperty("user.name").equals("root");
        String account =
                "unshare --map-user=%s --map-group=%s -- "
                        .formatted(
                                Files.getAttribute(small, "unix:uid"),
                                Files.getAttribute(small, "unix:gid"));
        String mount =
                "mount -t tmpfs -o size=400m,mode=755 small '%s' && exec %s\"$@\""
                        .formatted(small, root ? "" : account);
        return NodeProcessUnderTest.launch(
                List.of("unshare", root ? "-m" : "-rm", "--", "sh", "-c", mount, "sh"),
                System.getProperty("java.class.path"),
                small,
                "vn");
    }

    private static Path fill(Path disk) throws IOException {
        Path filler = disk.resolve("filler");
        byte[] block = new byte[(int) MEBIBYTE];
        try (var file = new RandomAccessFile(filler.toFile(), "rw")) {
            while (disk.toFile().getUsableSpace() > LEFT * MEBIBYTE) {
                file.write(block);
            }
        }
        return filler;
    }

    private static String failure(AState state) {
        return state.as("operator")
                .get("/peers")
                .body()
                .path("peers")
                .path(0)
                .path("failure")
                .stringValue("");
    }

    private static String state(AState state, String entry) {
        for (JsonNode item : state.as("duty").get("/exchange/inbox").body().path("items")) {
            if (item.path("entry").stringValue("").equals(entry)) {
                return item.path("state").stringValue("");
            }
        }
        return "none";
    }

    private static void await(Callable<Boolean> holds) {
        Awaitility.await().atMost(PATIENCE).until(holds);
    }
}
