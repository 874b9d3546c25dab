package nl.buurtpuls.report.alert;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/** When alerts are looked for, and whom they are told to. */
@ConfigMapping(prefix = "buurtpuls.alerts")
public interface AlertConfig {

    /**
     * Whether alert rules are evaluated. Switch it off while every figure is rebuilt in place: incomplete figures would end alerts
     * and start them again.
     */
    @WithDefault("true")
    boolean evaluate();

    /** Whether the rules that are shipped are created in a database that has never had a rule. */
    @WithDefault("true")
    boolean starterSet();

    /**
     * How long an area must have been unchanged before its rules are evaluated. One change arrives in several parts, and a part
     * alone may seem to cross a threshold.
     */
    @WithDefault("PT0.2S")
    Duration settle();

    /** Longest wait before the rules of an area that keeps changing are evaluated anyway. */
    @WithDefault("PT30S")
    Duration patience();

    /** How often rules on a rank are evaluated; each evaluation reads the figures of all areas of a level. */
    @WithDefault("PT30S")
    Duration ranksEvery();

    /** Secret that webhook calls are signed with (HMAC-SHA-256); receivers need it too. Unset: no webhooks. */
    Optional<String> webhookSecret();

    /** Whether webhooks may have private addresses and go without TLS; for closed networks and for trying out. */
    @WithDefault("false")
    boolean privateWebhooks();

    /** Address of a Prometheus Alertmanager to notify, such as {@code http://alertmanager:9093}. Unset: none. */
    Optional<URI> alertmanagerUrl();

    /** How often all firing alerts are repeated to the Alertmanager, which forgets alerts that are not repeated. */
    @WithDefault("PT1M")
    Duration alertmanagerEvery();

    /** How long to wait for a receiver's answer. */
    @WithDefault("PT5S")
    Duration timeout();

    /** Pause after the first failed delivery; it doubles with each further failure, up to an hour. */
    @WithDefault("PT1S")
    Duration firstPause();

    /**
     * How long a delivery is retried before it is parked; it is tried at least ten times. Delivery to the topic is retried for
     * ever.
     */
    @WithDefault("PT24H")
    Duration giveUpAfter();

    /**
     * How long a completed delivery stays visible and can be replayed, counted from its delivery; in any case until its alert is
     * over. At least a day.
     */
    @WithDefault("P90D")
    Duration keepDelivered();

    /** CloudEvents attribute {@code source} of alert events: a URN. */
    @WithDefault("urn:buurtpuls:report-service")
    String source();
}
