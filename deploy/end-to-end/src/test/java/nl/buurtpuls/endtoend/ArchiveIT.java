package nl.buurtpuls.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import nl.buurtpuls.local.process.Command;
import nl.buurtpuls.local.stack.Service;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A service would start without the archive of its classes too, only more slowly, and nobody would see that. */
@Order(1)
class ArchiveIT {

    @ParameterizedTest
    @EnumSource(Service.class)
    void classesOfEachServiceAreLoadedFromItsArchive(Service service) throws Exception {
        Path folder = SharedStack.HOME
                .resolve(service.processName())
                .resolve("target")
                .resolve("quarkus-app");
        Process java = new ProcessBuilder(
                        Command.javaProgram().toString(),
                        "-Xshare:on",
                        "-XX:SharedArchiveFile=app-cds.jsa",
                        "-cp",
                        "quarkus-run.jar",
                        "-version")
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .start();
        String said = new String(java.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(java.waitFor()).as(said).isZero();
        assertThat(said).contains("sharing");
    }
}
