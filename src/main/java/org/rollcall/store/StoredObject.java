package org.rollcall.store;

import java.io.Closeable;
import java.io.FilterInputStream;
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

    /**
     * Returns its bytes as a stream that fails with a {@link StoreException} where the transfer breaks off, which is
     * then not taken for what was stored. Closing it ends the transfer.
     */
    public InputStream wholeContent() {
        return new FilterInputStream(content) {
            private long left = bytes;

            @Override
            public int read() throws IOException {
                byte[] one = new byte[1];
                return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
            }

            @Override
            public int read(byte[] into, int offset, int length) {
                try {
                    int count = in.read(into, offset, length);
                    left -= Math.max(count, 0);
                    if (count < 0 && left > 0) {
                        throw brokenOff(null);
                    }
                    return count;
                } catch (IOException | SdkException e) {
                    throw brokenOff(e);
                }
            }

            @Override
            public long skip(long count) throws IOException {
                return readNBytes((int) Math.min(count, 1 << 16)).length;
            }

            @Override
            public boolean markSupported() {
                return false;
            }
        };
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
