package nl.buurtpuls.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import nl.buurtpuls.local.process.Command;
import nl.buurtpuls.local.stack.Service;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A service would start without the archive of its classes too, only more slowly, and nobody would see that. */
@OnSharedStack
@Order(1)
class ArchiveIT {

    private final Running stack;

    ArchiveIT(Running stack) {
        this.stack = stack;
    }

    @ParameterizedTest
    @EnumSource(Service.class)
    void classesOfEachServiceAreLoadedFromItsArchive(Service service) throws Exception {
        String said = java(
                service,
                "-Xshare:on",
                "-XX:SharedArchiveFile=" + Service.CLASSES,
                "-cp",
                "quarkus-run.jar",
                "-version");

        assertThat(said).contains("sharing");
    }

    /** As a Dockerfile makes it: it takes no setting, and comes as far as before the start. */
    @ParameterizedTest
    @EnumSource(Service.class)
    void archiveCanBeMadeWithoutAnySetting(Service service) throws Exception {
        String said = java(service, "-Dquarkus.appcds.generate=true", "-jar", "quarkus-run.jar");

        assertThat(said).contains(service.processName() + " stopped");
    }

    /** What it says; it must end well. */
    private static String java(Service service, String... words) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(Command.javaProgram().toString()));
        command.addAll(List.of(words));
        ProcessBuilder java = new ProcessBuilder(command)
                .directory(service.jar(SharedStack.HOME).getParent().toFile())
                .redirectErrorStream(true);
        java.environment().keySet().removeIf(variable -> variable.startsWith("BUURTPULS_"));
        Process process = java.start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
        return said;
    }

    @ParameterizedTest
    @EnumSource(Service.class)
    @EnabledOnOs(OS.LINUX)
    void eachServiceOfAStackHasItInItsMemory(Service service) throws Exception {
        long pid = stack.parts().process(service).pid();

        assertThat(Files.readAllLines(Path.of("/proc", Long.toString(pid), "maps")))
                .anyMatch(mapped -> mapped.endsWith("/" + Service.CLASSES));
    }
}
