package io.github.wxpaycodegen.runtime.message;

/** A digest of an uploaded file. */
public enum Digest {
    /** MD5, which v2 asks for. */
    MD5("MD5"),
    /** SHA-256. */
    SHA256("SHA-256"),
    /** SM3, for which a JCA provider must be there that has it. */
    SM3("SM3");

    private final String algorithm;

    Digest(String algorithm) {
        this.algorithm = algorithm;
    }

    /** The name by which the JCA knows it. */
    public String algorithm() {
        return algorithm;
    }
}
