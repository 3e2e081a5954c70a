package io.github.wxpaycodegen.runtime.file;

/** A digest of an uploaded file. */
public enum Digest {
    /** MD5, which v2 requires. */
    MD5("MD5", 16),
    /** SHA-256. */
    SHA256("SHA-256", 32),
    /** SM3, which requires a JCA provider that supports it. */
    SM3("SM3", 32);

    private final String algorithm;
    private final int bytes;

    Digest(String algorithm, int bytes) {
        this.algorithm = algorithm;
        this.bytes = bytes;
    }

    /** Returns the JCA name of the algorithm. */
    public String algorithm() {
        return algorithm;
    }

    /** Returns the length of a digest in bytes. */
    public int bytes() {
        return bytes;
    }
}
