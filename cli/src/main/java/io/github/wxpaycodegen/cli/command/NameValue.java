package io.github.wxpaycodegen.cli.command;

/**
 * Value of an option that names what it sets: {@code mchid=1230000109}.
 *
 * @param name not empty
 * @param value may be empty, and may contain equals signs
 */
record NameValue(String name, String value) {
    /**
     * Parses the value of an option.
     *
     * @param form the form that the help shows: {@code NAME=VALUE}
     * @throws CommandException if it has no name
     */
    static NameValue parse(String option, String form, String given) {
        int equals = given.indexOf('=');
        if (equals < 1) {
            throw CommandException.usage(option + " must be " + form + " (was '" + given + "')");
        }
        return new NameValue(given.substring(0, equals), given.substring(equals + 1));
    }
}
