package io.github.wxpaycodegen.generator.build;

/** Exception for specs with errors, which were logged. Its message is their number. */
public final class SpecErrorsException extends Exception {
    private static final long serialVersionUID = 1;

    SpecErrorsException(int count) {
        super(count == 1 ? "there is 1 error in the specs" : "there are " + count + " errors in the specs");
    }
}
