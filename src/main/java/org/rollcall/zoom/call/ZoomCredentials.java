package org.rollcall.zoom.call;

/** What a Server-to-Server OAuth app proves itself with. */
record ZoomCredentials(String accountId, String clientId, String clientSecret) {

    @Override
    public String toString() {
        return "ZoomCredentials[]";
    }
}
