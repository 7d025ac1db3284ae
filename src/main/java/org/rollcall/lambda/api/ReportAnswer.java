package org.rollcall.lambda.api;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.util.Optional;
import org.rollcall.lambda.http.HttpAnswer;
import org.rollcall.lambda.watch.ReportWatch;
import org.rollcall.store.Receipt;
import org.rollcall.zoom.call.Deadline;

/** Answers with one document of one instance: as it is stored, else as Zoom has it. */
@Singleton
class ReportAnswer {
    private final FindInstance findInstance;
    private final StoredAnswer stored;
    private final MadeAnswer made;

    ReportAnswer(FindInstance findInstance, StoredAnswer stored, MadeAnswer made) {
        this.findInstance = findInstance;
        this.stored = stored;
        this.made = made;
    }

    /**
     * Returns the answer.
     *
     * @throws IOException when there is no space for temporary files
     * @throws RuntimeException a failure of ours when there is none
     */
    HttpAnswer of(ApiRequest request, Deadline deadline, ReportWatch watch) throws IOException {
        Optional<Receipt> receipt = findInstance.find(request, deadline);
        Optional<HttpAnswer> answer = receipt.flatMap(found -> stored.of(request, found));
        if (answer.isPresent()) {
            watch.answeredAsStored(receipt.get().meeting());
            return answer.get();
        }
        return made.of(request, deadline, watch);
    }
}
