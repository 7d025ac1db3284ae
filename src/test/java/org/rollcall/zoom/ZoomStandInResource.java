package org.rollcall.zoom;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;

/** Gives a component test a {@link ZoomStandIn}, in a field of that type. */
public final class ZoomStandInResource implements QuarkusTestResourceLifecycleManager {
    private final ZoomStandIn zoom = new ZoomStandIn();

    @Override
    public Map<String, String> start() {
        zoom.start();
        return zoom.settings();
    }

    @Override
    public void stop() {
        zoom.stop();
    }

    @Override
    public void inject(TestInjector injector) {
        injector.injectIntoFields(zoom, new TestInjector.MatchesType(ZoomStandIn.class));
    }
}
