package io.github.wxpaycodegen.runtime.internal.wire;

import io.github.wxpaycodegen.runtime.file.UploadFile;

/**
 * A file in the form in which it is sent.
 *
 * @param fileName without its folder
 * @param content the bytes whose digest was computed
 */
public record FilePart(String fileName, String mediaType, byte[] content) {
    /** Returns the part of a file with the content that was read. */
    public static FilePart of(UploadFile file, byte[] content) {
        return new FilePart(file.name(), file.mediaType(), content);
    }
}
