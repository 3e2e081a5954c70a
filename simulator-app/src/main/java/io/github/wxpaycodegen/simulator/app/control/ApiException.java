package io.github.wxpaycodegen.simulator.app.control;

/** A request that the control port refuses; code and message are in its response. */
final class ApiException extends Exception {
    private static final long serialVersionUID = 1;

    private final int status;
    private final String code;

    ApiException(int status, String code, String message) {
        super(message);
        this.status = status;
        this.code = code;
    }

    static ApiException invalid(String message) {
        return new ApiException(400, "INVALID_REQUEST", message);
    }

    static ApiException notFound(String message) {
        return new ApiException(404, "NOT_FOUND", message);
    }

    int status() {
        return status;
    }

    String code() {
        return code;
    }
}
