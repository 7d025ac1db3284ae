package org.rollcall.store;

import java.net.URI;
import java.net.URISyntaxException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.s3.S3Client;

/**
 * A bucket, and what of it is ours.
 *
 * @param prefix empty, or ends with a slash
 */
record S3Bucket(S3Client client, String name, String prefix) {

    /** Returns the object's own key. */
    String objectKey(String key) {
        return prefix + key;
    }

    /** Returns the object's address. */
    URI address(String key) {
        try {
            // As an authority: old buckets have names that no host could have.
            return new URI("s3", name, "/" + prefix + key, null, null);
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * Words a failure.
     *
     * @param what what could not be done, up to the address
     * @param permission what the role needs
     */
    StoreException failed(String what, String key, String permission, SdkException cause) {
        return new StoreException(
                what + " " + address(key) + ": " + cause.getMessage()
                        + " Look at the bucket's name and region, and whether the function's role may " + permission
                        + " there; then ask again.",
                cause);
    }
}
