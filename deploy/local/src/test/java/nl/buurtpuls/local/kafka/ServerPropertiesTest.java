package nl.buurtpuls.local.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Path;
import java.util.Properties;
import org.junit.jupiter.api.Test;

class ServerPropertiesTest {
    @Test
    void theBrokerListensOnThePortsGivenAndOnThisMachineOnly() {
        var entries = new ServerProperties(Path.of("/data"), 9192, 9193).entries();

        assertThat(entries)
                .containsEntry("listeners", "PLAINTEXT://localhost:9192,CONTROLLER://localhost:9193")
                .containsEntry("advertised.listeners", "PLAINTEXT://localhost:9192")
                .containsEntry("controller.quorum.voters", "1@localhost:9193");
    }

    @Test
    void oneBrokerAsksForNoSecondReplicaAndMakesNoTopicByItself() {
        var entries = new ServerProperties(Path.of("/data"), 9092, 9093).entries();

        assertThat(entries)
                .containsEntry("offsets.topic.replication.factor", "1")
                .containsEntry("transaction.state.log.replication.factor", "1")
                .containsEntry("transaction.state.log.min.isr", "1")
                .containsEntry("auto.create.topics.enable", "false");
    }

    @Test
    void aFolderNameComesBackFromTheFileAsItWas() throws IOException {
        Path folder = Path.of("/with space/and\\backslash/é");
        Properties read = new Properties();

        read.load(new StringReader(new ServerProperties(folder, 9092, 9093).text()));

        assertThat(read).containsEntry("log.dirs", folder.toString());
    }
}
