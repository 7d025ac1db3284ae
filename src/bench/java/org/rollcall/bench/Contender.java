package org.rollcall.bench;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * A program that is measured.
 *
 * @param report runs the report function
 * @param webhook runs the webhook function
 * @param directory where it is unpacked
 * @param environment what it needs besides the settings, to trust the stand-ins' certificate above all
 * @param zipped how many bytes are deployed
 */
record Contender(
        String name,
        List<String> report,
        List<String> webhook,
        Path directory,
        Map<String, String> environment,
        long zipped) {}
