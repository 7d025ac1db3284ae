package org.rollcall.zoom.call;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.rollcall.settings.InvalidSettingException;
import org.rollcall.settings.Settings;

/**
 * What Zoom and Rollcall know each other by. It comes from the {@link SecretStore}, and what that does not hold, or all
 * where there is none, from the environment. The store is read when something is first asked for, and then kept.
 */
@Singleton
public class ZoomSecrets {
    private static final String ACCOUNT_ID = "zoom_account_id";
    private static final String CLIENT_ID = "zoom_client_id";
    private static final String CLIENT_SECRET = "zoom_client_secret";
    private static final String WEBHOOK_SECRET_TOKEN = "zoom_webhook_secret_token";

    private static final Duration BETWEEN_READS = Duration.ofMinutes(1);

    private final Settings settings;
    private final SecretStore store;
    private final InstantSource clock;
    private Map<String, String> stored;
    private Instant nextRead = Instant.MIN;

    public ZoomSecrets(Settings settings, SecretStore store, InstantSource clock) {
        this.settings = settings;
        this.store = store;
        this.clock = clock;
    }

    /**
     * The token that Zoom signs its events with.
     *
     * @throws InvalidSettingException when it is nowhere
     */
    public synchronized String webhookSecretToken() {
        return value(WEBHOOK_SECRET_TOKEN, "on the page of your app's event subscriptions");
    }

    /**
     * Reads the store again, because what it gave does not fit: it may have been changed since (rotation). Does so at
     * most once a minute, as what does not fit can also be a stranger's doing.
     *
     * @return whether it holds something else now
     */
    public synchronized boolean readAgain() {
        Instant now = clock.instant();
        if (!store.isSet() || now.isBefore(nextRead)) {
            return false;
        }
        nextRead = now.plus(BETWEEN_READS);
        Map<String, String> before = stored;
        stored = store.read();
        return !stored.equals(before);
    }

    /**
     * What an access token is asked for with.
     *
     * @throws InvalidSettingException when a part of it is nowhere
     */
    synchronized ZoomCredentials credentials() {
        String page = "on the page of your Server-to-Server OAuth app";
        return new ZoomCredentials(value(ACCOUNT_ID, page), value(CLIENT_ID, page), value(CLIENT_SECRET, page));
    }

    /**
     * Fails early where that takes no call.
     *
     * @throws InvalidSettingException when there is no store, and the environment lacks a part of the credentials
     */
    public void checkCredentials() {
        if (!store.isSet()) {
            credentials();
        }
    }

    private String value(String name, String page) {
        if (stored == null) {
            stored = store.isSet() ? store.read() : Map.of();
        }
        String value =
                stored.containsKey(name) ? stored.get(name) : environment(name).orElse(null);
        if (value == null) {
            String also = store.isSet() ? ", and the secret that ZOOM_SECRET_ID names has no " + name : "";
            throw new InvalidSettingException(
                    name.toUpperCase(Locale.ROOT),
                    "is not set" + also + ". It is " + page + " in the Zoom App Marketplace.");
        }
        return value;
    }

    private Optional<String> environment(String name) {
        return switch (name) {
            case ACCOUNT_ID -> settings.zoomAccountId();
            case CLIENT_ID -> settings.zoomClientId();
            case CLIENT_SECRET -> settings.zoomClientSecret();
            default -> settings.zoomWebhookSecretToken();
        };
    }
}
