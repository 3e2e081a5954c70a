package io.github.wxpaycodegen.runtime.internal.wire;

import io.github.wxpaycodegen.runtime.file.UploadFile;

/**
 * A file as it is sent.
 *
 * @param fileName without its folder
 * @param content the bytes whose digest was taken
 */
public record FilePart(String fileName, String mediaType, byte[] content) {
    /** The file with what was read of it. */
    public static FilePart of(UploadFile file, byte[] content) {
        return new FilePart(file.name(), file.mediaType(), content);
    }
}
