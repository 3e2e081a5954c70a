package io.github.wxpaycodegen.generator.read;

import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * A spec file.
 *
 * @param path relative to the root of the specs, with forward slashes: {@code v2/wxv/cancelbill.yaml}
 * @param content the bytes of the file, which should be UTF-8
 */
public record SpecFile(String path, byte[] content) {
    /** Returns the lines, for display. */
    public List<String> lines() {
        return new String(content, StandardCharsets.UTF_8).lines().toList();
    }
}
