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
     * Whether rules are looked at. Not while every figure is rebuilt: of what is there in part, alerts would end, and begin a
     * second time.
     */
    @WithDefault("true")
    boolean evaluate();

    /** Whether the rules that are shipped are put in force where there never was a rule. */
    @WithDefault("true")
    boolean starterSet();

    /**
     * How long nothing must have changed in an area before its rules are looked at: what changes together comes in some
     * parts, and a part alone may look like a crossing.
     */
    @WithDefault("PT0.2S")
    Duration settle();

    /** How long an area that goes on changing is left alone at most. */
    @WithDefault("PT30S")
    Duration patience();

    /** How often rules on places are looked at, which takes the figures of all areas of a level. */
    @WithDefault("PT30S")
    Duration placesEvery();

    /** The secret that webhooks are signed with (HMAC-SHA-256), which receivers know too. Without it there are none. */
    Optional<String> webhookSecret();

    /** Whether webhooks may be at private addresses, and without TLS: for a network that is closed, and for trying. */
    @WithDefault("false")
    boolean privateWebhooks();

    /** The Prometheus Alertmanager that is told, as {@code http://alertmanager:9093}; none without it. */
    Optional<URI> alertmanagerUrl();

    /** How often the Alertmanager is told again of all that fires: it forgets what it is not told again. */
    @WithDefault("PT1M")
    Duration alertmanagerEvery();

    /** How long a receiver may take to answer. */
    @WithDefault("PT5S")
    Duration timeout();

    /** Pause after the first failure to deliver; it doubles with each, up to an hour. */
    @WithDefault("PT1S")
    Duration firstPause();

    /** How long delivery is tried before it is parked, and ten times at least. To the topic it is tried for ever. */
    @WithDefault("PT24H")
    Duration giveUpAfter();

    /**
     * How long what was delivered can be seen, and sent once more, counted from its delivery; as long as its alert is not over,
     * longer. At least a day.
     */
    @WithDefault("P90D")
    Duration keepDelivered();

    /** What the events of alerts name as their source (CloudEvents): a URN. */
    @WithDefault("urn:buurtpuls:report-service")
    String source();
}
