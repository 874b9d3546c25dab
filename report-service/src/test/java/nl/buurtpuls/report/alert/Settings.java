package nl.buurtpuls.report.alert;

import io.smallrye.config.SmallRyeConfigBuilder;

/** The settings of alerts as they are unless set. */
final class Settings {

    private Settings() {}

    static AlertConfig unchanged() {
        return with("buurtpuls.alerts.source", "urn:test");
    }

    static AlertConfig with(String setting, String value) {
        return new SmallRyeConfigBuilder()
                .withMapping(AlertConfig.class)
                .withDefaultValue(setting, value)
                .build()
                .getConfigMapping(AlertConfig.class);
    }
}
