package org.rollcall.store;

import java.time.Instant;

/**
 * What a list says of an object.
 *
 * @param key its place below the destination
 * @param lastModified when it was put there last
 * @param bytes its size
 */
public record StoredEntry(String key, Instant lastModified, long bytes) {}
