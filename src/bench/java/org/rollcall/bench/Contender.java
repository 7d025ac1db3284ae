package org.rollcall.bench;

import java.nio.file.Path;
import java.util.List;

/**
 * A program that is measured.
 *
 * @param report runs the report door
 * @param webhook runs the webhook door
 * @param trusting runs the report door, and trusts the stand-ins' certificate
 * @param directory where it is unpacked
 * @param runtime what Lambda says {@code AWS_EXECUTION_ENV} is; {@code null} for an executable
 * @param zipped how many bytes are deployed
 */
record Contender(
        String name,
        List<String> report,
        List<String> webhook,
        List<String> trusting,
        Path directory,
        String runtime,
        long zipped) {}
