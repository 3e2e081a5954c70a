package io.github.wxpaycodegen.simulator.app;

import java.util.Locale;

/** The options of the command line, each with its environment variable. */
enum Option {
    MERCHANT("ID", true, "a merchant; repeat it for several (default 1230000109)"),
    APPID("ID", false, "the app id of responses to requests without one (default wx8888888888888888)"),
    BRAND("ID", false, "a brand of the first merchant, for /brand/ (default: none)"),
    PORT("N", false, "the port of the gateway, HTTPS; 0 for a free one (default 8443)"),
    BIND("ADDRESS", false, "the address at which the gateway listens (default 127.0.0.1)"),
    HOST("NAME", true, "a further name of this machine, for the certificate and the control port"),
    CONTROL_PORT("N", false, "the port of the web page and the control API, HTTP (default 8480)"),
    CONTROL_BIND("ADDRESS", false, "the address at which they listen (default 127.0.0.1)"),
    REMEMBER_ORDERS("yes|no", false, "whether orders and refunds have a state (default yes)"),
    SUITE("rsa|sm", false, "the cipher suite of v3; sm is 国密 (default rsa)"),
    RESPONSE_KEY("KEY", false, "signs v3: as-asked, certificate, public-key or alternating (default as-asked)"),
    KEYS_DIR("DIR", false, "where keys and certificates are written (default wxpay-simulator-keys)"),
    SEED("TEXT", false, "derives the keys from a text (default: from DIR/seed, which is random)"),
    V2_KEY("KEY", false, "the APIv2 key of all merchants, 32 characters (default: from the seed)"),
    V3_KEY("KEY", false, "the APIv3 key of all merchants, 32 characters (default: from the seed)"),
    NOTIFY_HOST("HOST", true, "another machine to which notifications may be sent"),
    NOTIFICATION_SPEED("X", false, "repeats notifications so many times faster (default 1)"),
    NOTIFICATION_TIMEOUT("SECONDS", false, "how long a receiver may take to reply (default 5)"),
    SPECS("DIR", false, "a directory of specs instead of the bundled ones");

    private final String value;
    private final boolean repeatable;
    private final String description;

    Option(String value, boolean repeatable, String description) {
        this.value = value;
        this.repeatable = repeatable;
        this.description = description;
    }

    /** Returns the name on the command line: {@code --control-port}. */
    String flag() {
        return "--" + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Returns the environment variable: {@code WXPAY_SIMULATOR_CONTROL_PORT}. */
    String variable() {
        return "WXPAY_SIMULATOR_" + name();
    }

    /** Returns true if the option may be given several times; its variable has values separated by commas. */
    boolean isRepeatable() {
        return repeatable;
    }

    /** Returns the option and its value in the form of the usage. */
    String form() {
        return flag() + " " + value;
    }

    String description() {
        return description;
    }
}
