package org.rollcall.settings;

import io.smallrye.config.EnvConfigSource;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;

/** The settings as the function reads them, of an environment that a test makes up. */
public final class TestSettings {
    private TestSettings() {}

    /**
     * Returns the settings of an environment, with the defaults of application.properties.
     *
     * @param environment values by variable, as {@code ZOOM_API_URL}, or by property, as {@code zoom.api-url}
     */
    public static Settings of(Map<String, String> environment) {
        try {
            return new EnvironmentSettings(new SmallRyeConfigBuilder()
                    .addDefaultInterceptors()
                    .withSources(
                            new PropertiesConfigSource(TestSettings.class.getResource("/application.properties"), 250))
                    .withSources(new EnvConfigSource(environment, 300))
                    .build());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Returns the settings of an environment.
     *
     * @param variablesAndValues each variable, followed by its value
     */
    public static Settings of(String... variablesAndValues) {
        Map<String, String> environment = new HashMap<>();
        for (int i = 0; i < variablesAndValues.length; i += 2) {
            environment.put(variablesAndValues[i], variablesAndValues[i + 1]);
        }
        return of(environment);
    }
}
