package io.github.wxpaycodegen.reference.sample;

import io.github.wxpaycodegen.generator.plan.JavaField.Kind;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The file of a sample upload.
 *
 * @param field the wire name of the field
 * @param name the name of the file, with the extension of its media type
 * @param mediaType the first that the operation accepts
 */
public record SampleFile(String field, String name, String mediaType) {
    private static final String PNG = "image/png";
    private static final Map<String, String> NAMES = Map.of(
            PNG,
            "picture.png",
            "image/jpeg",
            "picture.jpg",
            "image/bmp",
            "picture.bmp",
            "application/pdf",
            "document.pdf",
            "text/csv",
            "data.csv",
            "text/plain",
            "data.txt",
            "video/mp4",
            "video.mp4");

    /** Returns the file of a request; empty if it has none. */
    public static Optional<SampleFile> of(List<Sample.Member> members) {
        return members.stream()
                .filter(member -> member.field().kind() == Kind.FILE)
                .findFirst()
                .map(member -> of(
                        member.field().wireName(),
                        member.field().spec().limits().file().mediaTypes()));
    }

    private static SampleFile of(String field, List<String> mediaTypes) {
        String mediaType =
                mediaTypes.stream().filter(NAMES::containsKey).findFirst().orElse(PNG);
        return new SampleFile(field, NAMES.getOrDefault(mediaType, ""), mediaType);
    }
}
