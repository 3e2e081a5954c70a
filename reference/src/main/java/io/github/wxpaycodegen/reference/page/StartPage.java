package io.github.wxpaycodegen.reference.page;

import java.util.List;

/** The page that leads from nothing to the variable {@code pay} of all code. */
public record StartPage(String title, List<Step> steps) {
    /** The page, relative to the folder of the language and without an extension. */
    public static final String PATH = "start";

    public StartPage {
        steps = List.copyOf(steps);
    }

    /**
     * A step: code, and a text about it.
     *
     * @param code its label is the title of the step
     */
    public record Step(Snippet code, String text) {}
}
