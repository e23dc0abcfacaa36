package org.counterpart.app.node;

import static org.assertj.core.api.Assertions.assertThat;

import org.counterpart.app.node.StartSettings.DatabasePlace;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;

class DatabaseHomeTest {
    private final Account account = Account.forThisProcess();

    @TempDir private Path top = Path.of(".");

    @Test
    void liesInTheNodesFolderWhenTheServersAccountGetsThere() throws Exception {
        TestFolders.letOthersThrough(top);
        Path preferred = top.resolve("db");
        assertThat(home(preferred, account).folder()).isEqualTo(preferred);
        assertThat(Files.getPosixFilePermissions(preferred))
                .isEqualTo(PosixFilePermissions.fromString("rwx------"));
    }

    /// A clone below /root. Two first starts never share a folder, since the data of a deleted node may still be there.
    @Test
    void goesElsewhereWhenTheAccountCannotPass() throws Exception {
        TestFolders.letOthersThrough(top);
        Path closed = Files.createDirectory(top.resolve("closed"));
        var blind =
                new Account(
                        "an account that gets nowhere", List.of("env", "false"), Optional.empty());
        assertThat(blind.succeeds("test", "-x", closed.toString())).isFalse();
        DatabasePlace place = new DatabasePlace.Undecided(closed.resolve("db"));
        var picky = pickyAccount(closed);
        Path first = DatabaseHome.in(place, picky, top, new NodeName("sg")).folder();
        Path second = DatabaseHome.in(place, picky, top, new NodeName("sg")).folder();
        assertThat(first.getParent()).isEqualTo(top.resolve("databases"));
        assertThat(second).isNotEqualTo(first);
    }

    @Test
    void staysWhereAnEarlierStartPutIt() throws Exception {
        TestFolders.letOthersThrough(top);
        DatabaseHome first = home(top.resolve("db"), account);
        assertThat(first.decision())
                .containsEntry(Setting.DATABASE_HOME, top.resolve("db").toString());
        DatabasePlace kept = new DatabasePlace.Chosen(first.folder());
        assertThat(DatabaseHome.in(kept, account, top, new NodeName("sg"))).isEqualTo(first);
    }

    /// Runs commands, except that it does not see one folder.
    private static Account pickyAccount(Path closed) {
        String script = "case \"$*\" in *" + closed + ") exit 1 ;; *) exec \"$@\" ;; esac";
        return new Account("picky", List.of("sh", "-c", script, "picky"), Optional.empty());
    }

    private DatabaseHome home(Path preferred, Account account) {
        return DatabaseHome.in(
                new DatabasePlace.Undecided(preferred), account, top, new NodeName("sg"));
    }
}
