package nl.buurtpuls.contract.topic;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class BrokerSettingsTest {

    @Test
    void whatIsSetOfTlsAndSaslGoesToTheClientAndNothingElseDoes() {
        Map<String, String> set = Map.of(
                "kafka.bootstrap.servers", "elsewhere:9092",
                "kafka.security.protocol", "SASL_SSL",
                "kafka.ssl.truststore.location", "/etc/kafka/authority/ca.crt",
                "kafka.ssl.truststore.type", "PEM",
                "kafka.sasl.mechanism", "SCRAM-SHA-512",
                "kafka.sasl.jaas.config", "org.apache.kafka.common.security.scram.ScramLoginModule required;",
                "kafka.sasl.oauthbearer.token.endpoint.url", "https://tokens.example/token",
                "kafka.client.id", "somebody-else",
                "kafka.security.nonsense", "x");

        assertThat(BrokerSettings.of("broker:9093", name -> Optional.ofNullable(set.get(name))))
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        "bootstrap.servers", "broker:9093",
                        "security.protocol", "SASL_SSL",
                        "ssl.truststore.location", "/etc/kafka/authority/ca.crt",
                        "ssl.truststore.type", "PEM",
                        "sasl.mechanism", "SCRAM-SHA-512",
                        "sasl.jaas.config", "org.apache.kafka.common.security.scram.ScramLoginModule required;",
                        "sasl.oauthbearer.token.endpoint.url", "https://tokens.example/token"));
    }

    @Test
    void whereNothingIsSetClientsSpeakPlainly() {
        assertThat(BrokerSettings.of("broker:9092", name -> Optional.empty()))
                .containsExactly(Map.entry("bootstrap.servers", "broker:9092"));
    }
}
