package io.github.wxpaycodegen.runtime.error;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Exception for a request that breaks the rules of its spec; nothing was sent. */
public final class InvalidRequestException extends WxPayException {
    private static final long serialVersionUID = 1L;

    private final ArrayList<String> problems;

    /**
     * Creates an exception.
     *
     * @param request the name of the request
     * @param problems one line each, beginning with the wire name of the field
     */
    public InvalidRequestException(String request, List<String> problems) {
        super(Outcome.NOT_SENT, lines(request, problems));
        this.problems = new ArrayList<>(problems);
    }

    private static List<String> lines(String request, List<String> problems) {
        List<String> lines = new ArrayList<>();
        lines.add(request + " cannot be sent:");
        problems.forEach(problem -> lines.add("  - " + problem));
        return lines;
    }

    /** Returns the problems, one line each, beginning with the wire name of the field. Unmodifiable. */
    public List<String> problems() {
        return Collections.unmodifiableList(problems);
    }
}
