package org.rollcall.zoom.call;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.rollcall.settings.InvalidSettingException;
import org.rollcall.settings.TestSettings;

class ZoomSecretsTest {
    private static final Map<String, String> FIRST = Map.of(
            "zoom_account_id", "account",
            "zoom_client_id", "client",
            "zoom_client_secret", "first-secret",
            "zoom_webhook_secret_token", "first-token");

    private final StoreInMemory store = new StoreInMemory();
    private Instant now = Instant.parse("2026-11-22T04:00:00Z");

    @Test
    void withoutAStoreTheEnvironmentCounts() {
        ZoomSecrets secrets = secrets("env-token");
        assertEquals(new ZoomCredentials("env-account", "env-client", "env-secret"), secrets.credentials());
        assertEquals("env-token", secrets.webhookSecretToken());
        assertFalse(secrets.readAgain());
        assertEquals(0, store.reads);
    }

    @Test
    void whatTheStoreHoldsCountsMoreThanTheEnvironment() {
        store.values = FIRST;
        assertEquals(
                new ZoomCredentials("account", "client", "first-secret"),
                secrets("").credentials());
    }

    @Test
    void whatTheStoreLacksComesFromTheEnvironment() {
        store.values = Map.of("zoom_client_secret", "first-secret");
        ZoomSecrets secrets = secrets("env-token");
        assertEquals(new ZoomCredentials("env-account", "env-client", "first-secret"), secrets.credentials());
        assertEquals("env-token", secrets.webhookSecretToken());
    }

    @Test
    void theStoreIsReadWhenFirstNeededAndThenNoMore() {
        store.values = FIRST;
        ZoomSecrets secrets = secrets("");
        secrets.checkCredentials();
        assertEquals(0, store.reads);
        secrets.credentials();
        secrets.credentials();
        secrets.webhookSecretToken();
        assertEquals(1, store.reads);
    }

    @Test
    void theWebhookTokenNeedsNothingElse() {
        store.values = Map.of("zoom_webhook_secret_token", "first-token");
        ZoomSecrets secrets = new ZoomSecrets(TestSettings.of(), store, () -> now);
        assertEquals("first-token", secrets.webhookSecretToken());
    }

    @Test
    void whatIsNowhereIsNamed() {
        assertEquals(
                "ZOOM_ACCOUNT_ID is not set. It is on the page of your Server-to-Server OAuth app in the Zoom App"
                        + " Marketplace.",
                assertThrows(InvalidSettingException.class, nearlyEmpty()::checkCredentials)
                        .getMessage());
    }

    @Test
    void whatIsNowhereIsNamedAsTheSecretHasItToo() {
        store.values = Map.of("zoom_account_id", "account");
        assertEquals(
                "ZOOM_CLIENT_ID is not set, and the secret that ZOOM_SECRET_ID names has no zoom_client_id. It is on"
                        + " the page of your Server-to-Server OAuth app in the Zoom App Marketplace.",
                assertThrows(InvalidSettingException.class, nearlyEmpty()::credentials)
                        .getMessage());
        assertEquals(
                "ZOOM_WEBHOOK_SECRET_TOKEN is not set, and the secret that ZOOM_SECRET_ID names has no"
                        + " zoom_webhook_secret_token. It is on the page of your app's event subscriptions in the Zoom"
                        + " App Marketplace.",
                assertThrows(InvalidSettingException.class, nearlyEmpty()::webhookSecretToken)
                        .getMessage());
    }

    @Test
    void readingAgainTellsWhetherSomethingChanged() {
        store.values = FIRST;
        ZoomSecrets secrets = secrets("");
        secrets.credentials();
        rotate();
        assertTrue(secrets.readAgain());
        assertEquals("second-secret", secrets.credentials().clientSecret());

        now = now.plus(Duration.ofMinutes(1));
        assertFalse(secrets.readAgain());
        assertEquals(3, store.reads);
    }

    @Test
    void readingAgainHappensOnceAMinuteAtMost() {
        store.values = FIRST;
        ZoomSecrets secrets = secrets("");
        secrets.credentials();
        assertFalse(secrets.readAgain());
        rotate();
        now = now.plusSeconds(59);
        assertFalse(secrets.readAgain());
        assertEquals(2, store.reads);
        now = now.plusSeconds(1);
        assertTrue(secrets.readAgain());
    }

    @Test
    void noSecretIsPrinted() {
        assertEquals("ZoomCredentials[]", new ZoomCredentials("account", "client", "first-secret").toString());
    }

    private ZoomSecrets nearlyEmpty() {
        return new ZoomSecrets(
                TestSettings.of("ZOOM_CLIENT_ID", " ", "ZOOM_CLIENT_SECRET", "env-secret"), store, () -> now);
    }

    private void rotate() {
        Map<String, String> values = new HashMap<>(FIRST);
        values.put("zoom_client_secret", "second-secret");
        store.values = values;
    }

    private ZoomSecrets secrets(String webhookSecretToken) {
        return new ZoomSecrets(
                TestSettings.of(
                        "ZOOM_ACCOUNT_ID", " env-account ",
                        "ZOOM_CLIENT_ID", "env-client",
                        "ZOOM_CLIENT_SECRET", "env-secret",
                        "ZOOM_WEBHOOK_SECRET_TOKEN", webhookSecretToken),
                store,
                () -> now);
    }

    private static final class StoreInMemory implements SecretStore {
        private Map<String, String> values;
        private int reads;

        @Override
        public boolean isSet() {
            return values != null;
        }

        @Override
        public Map<String, String> read() {
            reads++;
            return values;
        }
    }
}
