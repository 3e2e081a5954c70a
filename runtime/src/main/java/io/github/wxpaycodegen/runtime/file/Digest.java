package io.github.wxpaycodegen.runtime.file;

/** A digest of an uploaded file. */
public enum Digest {
    /** MD5, which v2 asks for. */
    MD5("MD5", 16),
    /** SHA-256. */
    SHA256("SHA-256", 32),
    /** SM3, for which a JCA provider must be there that has it. */
    SM3("SM3", 32);

    private final String algorithm;
    private final int bytes;

    Digest(String algorithm, int bytes) {
        this.algorithm = algorithm;
        this.bytes = bytes;
    }

    /** The name by which the JCA knows it. */
    public String algorithm() {
        return algorithm;
    }

    /** How many bytes it gives. */
    public int bytes() {
        return bytes;
    }
}
