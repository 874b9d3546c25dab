package nl.buurtpuls.local.kafka;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The configuration of a broker that is its own controller (KRaft, combined mode).
 *
 * @param logFolder where it keeps its data
 * @param port for clients
 * @param controllerPort for itself
 */
record ServerProperties(Path logFolder, int port, int controllerPort) {
    Map<String, String> entries() {
        Map<String, String> entries = new LinkedHashMap<>();
        entries.put("process.roles", "broker,controller");
        entries.put("node.id", "1");
        // Given here and not kept in the metadata log, so that the same data can be served on other ports.
        entries.put("controller.quorum.voters", "1@localhost:" + controllerPort);
        entries.put("listeners", "PLAINTEXT://localhost:" + port + ",CONTROLLER://localhost:" + controllerPort);
        entries.put("advertised.listeners", "PLAINTEXT://localhost:" + port);
        entries.put("listener.security.protocol.map", "PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT");
        entries.put("controller.listener.names", "CONTROLLER");
        entries.put("inter.broker.listener.name", "PLAINTEXT");
        entries.put("log.dirs", logFolder.toString());
        // A topic that nobody has defined is a mistake, not a topic.
        entries.put("auto.create.topics.enable", "false");
        entries.put("default.replication.factor", "1");
        entries.put("min.insync.replicas", "1");
        entries.put("offsets.topic.replication.factor", "1");
        entries.put("transaction.state.log.replication.factor", "1");
        entries.put("transaction.state.log.min.isr", "1");
        entries.put("share.coordinator.state.topic.replication.factor", "1");
        entries.put("share.coordinator.state.topic.min.isr", "1");
        // Fifty partitions each serve a large cluster; here they only make the start longer.
        entries.put("offsets.topic.num.partitions", "3");
        entries.put("transaction.state.log.num.partitions", "3");
        entries.put("group.initial.rebalance.delay.ms", "0");
        // A service may say that it is to be replaced sooner than after six seconds, and what it left open ends as
        // soon.
        entries.put("group.min.session.timeout.ms", "1000");
        entries.put("transaction.abort.timed.out.transaction.cleanup.interval.ms", "500");
        return entries;
    }

    /** In the format of a properties file; paths keep their backslashes and spaces. */
    String text() {
        return entries().entrySet().stream()
                .map(entry -> entry.getKey() + "=" + entry.getValue().replace("\\", "\\\\"))
                .collect(Collectors.joining("\n", "", "\n"));
    }
}
