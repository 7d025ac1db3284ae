package org.rollcall.zoom.call;

import java.util.Map;

/** A place where the Zoom app's credentials are kept, for who does not want them in the environment. */
public interface SecretStore {

    /** Whether there is one. Takes no call. */
    boolean isSet();

    /**
     * Reads what it holds at this moment.
     *
     * @return the values, stripped and not empty, by the name of their environment variable in lower case
     */
    Map<String, String> read();
}
