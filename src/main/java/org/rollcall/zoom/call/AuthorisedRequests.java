package org.rollcall.zoom.call;

import java.util.function.Function;
import org.rollcall.zoom.api.UnreadableAnswerException;
import org.rollcall.zoom.error.CredentialsRefusedException;
import org.rollcall.zoom.error.MissingScopeException;
import org.rollcall.zoom.error.ZoomException;
import org.rollcall.zoom.http.ZoomErrorAnswer;

/** Requests to Zoom with an access token, which is renewed where Zoom refuses it. */
final class AuthorisedRequests {
    private final AccessTokens tokens;
    private final ZoomSecrets secrets;
    private final RetriedRequests requests;
    private final ZoomErrors errors;

    AuthorisedRequests(AccessTokens tokens, ZoomSecrets secrets, RetriedRequests requests, ZoomErrors errors) {
        this.tokens = tokens;
        this.secrets = secrets;
        this.requests = requests;
        this.errors = errors;
    }

    /**
     * What Zoom answers.
     *
     * @param request is given the {@code Authorization} header
     * @throws ZoomException when it refuses or fails
     */
    <T> T send(Question question, Function<String, T> request) {
        String token = tokens.current();
        boolean fresh = token == null;
        try {
            return send(question, request, fresh ? newToken() : token);
        } catch (CredentialsRefusedException | MissingScopeException e) {
            // A token keeps the scopes it was given: one that was added since comes with the next.
            if (fresh) {
                throw e;
            }
            return send(question, request, newToken());
        }
    }

    private <T> T send(Question question, Function<String, T> request, String token) {
        return requests.send(() -> {
            question.turn().run();
            try {
                return whole(request.apply("Bearer " + token));
            } catch (ZoomErrorAnswer answer) {
                throw errors.about(question, answer);
            } catch (RuntimeException e) {
                throw ZoomErrors.noAnswer(question.subject(), e);
            }
        });
    }

    // A 200 without a body is read as null.
    private static <T> T whole(T answer) {
        if (answer == null) {
            throw new UnreadableAnswerException(new byte[0]);
        }
        return answer;
    }

    private String newToken() {
        ZoomCredentials refused = secrets.credentials();
        try {
            return newToken(refused);
        } catch (CredentialsRefusedException e) {
            secrets.readAgain();
            ZoomCredentials credentials = secrets.credentials();
            // Not what reading them again says: another call beside this one can have done so.
            if (credentials.equals(refused)) {
                throw e;
            }
            return newToken(credentials);
        }
    }

    private String newToken(ZoomCredentials credentials) {
        return requests.send(() -> {
            try {
                return tokens.renew(credentials);
            } catch (ZoomErrorAnswer answer) {
                throw errors.aboutToken(answer);
            } catch (RuntimeException e) {
                throw ZoomErrors.noAnswer("an access token", e);
            }
        });
    }
}
