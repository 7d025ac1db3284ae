package org.rollcall.store;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import software.amazon.awssdk.core.exception.SdkException;

/**
 * An object that is open to be read. Closing it ends the transfer, whether it was read to its end or not.
 *
 * @param location its address, for messages
 * @param content its bytes
 * @param bytes how many there are
 * @param contentType its media type
 * @param eTag its entity tag, in quotation marks as HTTP has it (RFC 9110, section 8.8.3)
 * @param lastModified when it was put there
 */
public record StoredObject(
        String location, InputStream content, long bytes, String contentType, String eTag, Instant lastModified)
        implements Closeable {

    /**
     * Returns all of it, and closes it.
     *
     * @param most how many bytes it may have
     * @throws StoreException when it has more, or the transfer breaks off
     */
    public byte[] readAll(int most) {
        try (this) {
            byte[] all = content.readNBytes(most + 1);
            if (all.length > most) {
                throw new StoreException(
                        "What is at " + location + " is larger than the " + most + " bytes it may have.", null);
            }
            if (all.length < bytes) {
                throw brokenOff(null);
            }
            return all;
        } catch (IOException | SdkException e) {
            throw brokenOff(e);
        }
    }

    private StoreException brokenOff(Exception cause) {
        return new StoreException(
                "What is at " + location + " could not be read to its end"
                        + (cause == null ? "" : " (" + cause.getClass().getSimpleName() + ")") + ". Ask again.",
                cause);
    }

    @Override
    public void close() throws IOException {
        content.close();
    }
}
