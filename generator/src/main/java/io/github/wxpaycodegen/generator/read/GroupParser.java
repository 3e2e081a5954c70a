package io.github.wxpaycodegen.generator.read;

import io.github.wxpaycodegen.generator.diagnostic.Code;
import io.github.wxpaycodegen.generator.model.Field;
import io.github.wxpaycodegen.generator.model.FieldGroup;
import java.util.ArrayList;
import java.util.HashSet;
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
            boolean known = members.size()
                    == reader.list(group, "a group of `" + key + "`").size();
            if (known) {
                check(group, kind, members, fields);
            }
            groups.add(new FieldGroup(reader.span(group), kind, members));
        }
    }

    /** Reports a group that says nothing, or that no request can observe. */
    private void check(Node group, FieldGroup.Kind kind, List<String> members, List<Field> fields) {
        Set<String> seen = new HashSet<>();
        members.stream()
                .filter(name -> !seen.add(name))
                .findFirst()
                .ifPresent(name -> problem(group, "the group names `" + name + "` twice", "name each field once"));
        if (members.size() < 2) {
            problem(
                    group,
                    "the group has less than two members",
                    "name at least two fields; a single one is `required: true`");
        }
        List<Field> named =
                fields.stream().filter(field -> seen.contains(field.name())).toList();
        named.stream()
                .filter(field -> field.source().constant().isPresent())
                .findFirst()
                .ifPresent(field -> problem(
                        group,
                        "`" + field.name() + "` is a constant, which is always given",
                        "omit it from the group, or the whole group"));
        List<String> required =
                named.stream().filter(Field::required).map(Field::name).toList();
        if (kind == FieldGroup.Kind.EXACTLY_ONE_OF && required.size() > 1) {
            problem(
                    group,
                    "`" + required.get(0) + "` and `" + required.get(1)
                            + "` are both required, but exactly one field of the group may be given",
                    "omit `required` of the members");
        }
    }

    private void problem(Node group, String message, String help) {
        reader.problems().add(Code.GROUP_MEMBER, reader.span(group), message, help);
    }
}
