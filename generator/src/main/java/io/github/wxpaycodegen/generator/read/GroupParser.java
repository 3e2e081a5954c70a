package io.github.wxpaycodegen.generator.read;

import io.github.wxpaycodegen.generator.diagnostic.Code;
import io.github.wxpaycodegen.generator.model.Field;
import io.github.wxpaycodegen.generator.model.FieldGroup;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.yaml.snakeyaml.nodes.Node;

/** Parses groups of fields: {@code exactlyOneOf: [[a, b]]}. */
final class GroupParser {
    private final NodeReader reader;

    GroupParser(NodeReader reader) {
        this.reader = reader;
    }

    List<FieldGroup> groups(Mapping mapping, List<Field> fields) {
        List<FieldGroup> groups = new ArrayList<>();
        read(mapping, "exactlyOneOf", FieldGroup.Kind.EXACTLY_ONE_OF, fields, groups);
        read(mapping, "atLeastOneOf", FieldGroup.Kind.AT_LEAST_ONE_OF, fields, groups);
        return groups;
    }

    private void read(Mapping mapping, String key, FieldGroup.Kind kind, List<Field> fields, List<FieldGroup> groups) {
        Set<String> names = fields.stream().map(Field::name).collect(Collectors.toSet());
        for (Node group :
                mapping.get(key).map(n -> reader.list(n, "`" + key + "`")).orElse(List.of())) {
            List<String> members = new ArrayList<>();
            for (Node member : reader.list(group, "a group of `" + key + "`")) {
                reader.text(member, "a member of a group").ifPresent(name -> {
                    if (names.contains(name)) {
                        members.add(name);
                    } else {
                        reader.problems()
                                .add(
                                        Code.GROUP_MEMBER,
                                        reader.span(member),
                                        "the group names `" + name + "`, which is not a field of this object",
                                        Suggestion.among(name, names));
                    }
                });
            }
            groups.add(new FieldGroup(reader.span(group), kind, members));
        }
    }
}
