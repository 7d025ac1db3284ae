package org.rollcall.lambda;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.io.File;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.rollcall.format.ReportDocuments;

/**
 * Deletes the files that an earlier process had no time to. Where one timed out or crashed, Lambda starts the next in
 * the same sandbox, and does not clear its {@code /tmp} (AWS Lambda developer guide: Lambda execution environment).
 */
@Singleton
class DeleteLeftovers {
    private static final Logger LOG = Logger.getLogger(DeleteLeftovers.class);
    /** Where Lambda's sandbox has a function's code. Elsewhere other processes may be at work in that directory. */
    private static final String SANDBOX = "/var/task";

    private final boolean alone;
    private final File directory;

    /**
     * @param taskRoot {@code LAMBDA_TASK_ROOT}
     * @param directory where temporary files are
     */
    DeleteLeftovers(
            @ConfigProperty(name = "lambda.task-root") Optional<String> taskRoot,
            @ConfigProperty(name = "java.io.tmpdir") String directory) {
        this.alone = taskRoot.filter(SANDBOX::equals).isPresent();
        this.directory = new File(directory);
    }

    void begin(@Observes StartupEvent event) {
        delete();
    }

    /** Deletes them, before this process makes files of its own. What can't be deleted is no failure. */
    void delete() {
        String[] names = alone ? directory.list() : null;
        if (names == null) {
            return;
        }
        for (String name : names) {
            if (ReportDocuments.isDirectory(name)) {
                delete(new File(directory, name));
            }
        }
    }

    private static void delete(File report) {
        File[] documents = report.listFiles();
        if (documents == null) {
            return;
        }
        for (File document : documents) {
            document.delete();
        }
        if (!report.delete()) {
            LOG.warnf("What an earlier process left in %s could not be deleted.", report);
        }
    }
}
