package io.github.wxpaycodegen.reference.sample;

import io.github.wxpaycodegen.generator.plan.JavaField.Place;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A sample request: the fields that it must have, with values.
 *
 * @param segments the values of template segments by name
 * @param members the fields of query, headers and body
 */
public record SampleRequest(Map<String, String> segments, List<Sample.Member> members) {
    public SampleRequest {
        segments = new LinkedHashMap<>(segments);
        members = List.copyOf(members);
    }

    /** Returns the fields of one part. */
    public List<Sample.Member> at(Place place) {
        return members.stream()
                .filter(member -> member.field().place() == place)
                .toList();
    }
}
