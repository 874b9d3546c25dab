package nl.buurtpuls.local.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataFolderTest {
    @TempDir
    Path path;

    private DataFolder folder;

    @BeforeEach
    void prepare() {
        folder = new DataFolder(path.resolve("data"));
        folder.prepare();
    }

    @Test
    void aSecretStaysTheSameAndIsReadableByItsOwnerOnly() throws IOException {
        String secret = folder.secret("person");

        assertThat(secret).matches("[0-9a-f]{64}").isEqualTo(new DataFolder(folder.path()).secret("person"));
        assertThat(Files.getPosixFilePermissions(
                        folder.path().resolve("secrets").resolve("person")))
                .isEqualTo(PosixFilePermissions.fromString("rw-------"));
        assertThat(folder.secret("another")).isNotEqualTo(secret);
    }

    @Test
    void tooLittleSpaceIsNamedWithWhatIsNeeded() {
        assertThatCode(() -> folder.requireSpace(4L << 30, 0)).doesNotThrowAnyException();
        assertThatCode(() -> folder.requireSpace(2L << 30, 2L << 30)).doesNotThrowAnyException();
        assertThatCode(() -> folder.requireSpace(1L << 30, 9L << 30)).doesNotThrowAnyException();
        assertThatThrownBy(() -> folder.requireSpace((1L << 30) - 1, 9L << 30)).hasMessageContaining("1024 MiB");
        assertThatThrownBy(() -> folder.requireSpace((4L << 30) - 1, 0))
                .isInstanceOf(StartFailure.class)
                .hasMessage("The disk of " + folder.path() + " has 4095 MiB free and 4096 MiB are needed: make room, or"
                        + " name another disk with --data DIR.");
    }

    @Test
    void aFolderThatCannotBeMadeIsNamed() throws IOException {
        Path file = Files.writeString(path.resolve("file"), "in the way");

        assertThatThrownBy(() -> new DataFolder(file.resolve("data")).prepare())
                .isInstanceOf(StartFailure.class)
                .hasMessageStartingWith("The data folder " + file.resolve("data") + " cannot be written")
                .hasMessageEndingWith("name another with --data DIR.");
    }

    @Test
    void clearingLeavesWhatOthersPutThere() throws IOException {
        Path own = Files.writeString(folder.kafka().resolve("file"), "ours");
        Path other = Files.writeString(folder.path().resolve("notes"), "theirs");

        folder.clear();

        assertThat(own).doesNotExist();
        assertThat(other).exists();
    }

    @Test
    void nothingOutsideTheFolderIsEverRemoved() {
        assertThatThrownBy(() -> folder.remove(path)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> folder.remove(folder.path())).isInstanceOf(IllegalArgumentException.class);
    }
}
