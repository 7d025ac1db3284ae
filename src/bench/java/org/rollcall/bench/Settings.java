package org.rollcall.bench;

import java.nio.file.Path;

/**
 * What is measured.
 *
 * @param zip the packaged function
 * @param starts how many cold starts
 * @param runs how many runs of what takes longer
 * @param rows of the large meeting
 * @param latency of Zoom's, in milliseconds a page, where it has one
 * @param formats every format there is
 */
record Settings(Path zip, int starts, int runs, int rows, int latency, String formats) {

    static Settings ofSystemProperties() {
        return new Settings(
                Path.of(System.getProperty("bench.zip")),
                Integer.getInteger("bench.starts"),
                Integer.getInteger("bench.runs"),
                Integer.getInteger("bench.rows"),
                Integer.getInteger("bench.latency"),
                System.getProperty("bench.formats"));
    }
}
