package io.github.wxpaycodegen.runtime.error;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** A request breaks the rules of its spec; nothing was sent. */
public final class InvalidRequestException extends WxPayException {
    private static final long serialVersionUID = 1L;

    private final ArrayList<String> problems;

    /**
     * Names the request and all that is wrong with it.
     *
     * @param problems a line each, beginning with the wire name of the field
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

    /** All that is wrong, a line each, beginning with the wire name of the field. */
    public List<String> problems() {
        return Collections.unmodifiableList(problems);
    }
}
