package io.github.wxpaycodegen.generator.read;

import io.github.wxpaycodegen.generator.diagnostic.Code;
import io.github.wxpaycodegen.generator.model.ObjectShape;
import io.github.wxpaycodegen.generator.model.SharedType;
import io.github.wxpaycodegen.generator.model.SharedType.TypeShape;
import java.util.List;
import java.util.Optional;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;

/** Parses a whole message: its fields, or the name of a shared object. */
final class MessageParser {
    private static final ObjectShape NOTHING = new ObjectShape(List.of(), List.of());

    private final NodeReader reader;
    private final TypeIndex index;
    private final FieldParser fields;

    MessageParser(NodeReader reader, TypeIndex index, FieldParser fields) {
        this.reader = reader;
        this.index = index;
        this.fields = fields;
    }

    /**
     * A message.
     *
     * @param type the shared object, if it is one
     * @param shape the fields, whether its own or those of the shared object
     */
    record Message(Optional<String> type, ObjectShape shape) {}

    /** Returns the message under a key; one without fields if the key is missing. */
    Message message(Mapping mapping, String key) {
        Optional<Node> node = mapping.get(key);
        if (node.isPresent() && node.get() instanceof ScalarNode && !NodeReader.isEmpty(node.get())) {
            return reader.text(node.get(), "`" + key + "`")
                    .flatMap(name -> shared(name, node.get(), key))
                    .orElse(new Message(Optional.empty(), NOTHING));
        }
        ObjectShape own = node.map(n -> new ObjectShape(fields.fields(n, "`" + key + "`"), List.of()))
                .orElse(NOTHING);
        return new Message(Optional.empty(), own);
    }

    private Optional<Message> shared(String name, Node node, String key) {
        Optional<String> id = fields.types().reference(name, reader.span(node));
        Optional<SharedType> type = id.flatMap(index::definition);
        if (type.isPresent() && !(type.get().shape() instanceof TypeShape.OfObject)) {
            reader.problems()
                    .add(
                            Code.NOT_APPLICABLE,
                            reader.span(node),
                            "`" + key + "` is an object, but `" + name + "` is an enum",
                            "name a shared type with `fields`, or write the fields here");
        }
        return type.filter(t -> t.shape() instanceof TypeShape.OfObject)
                .map(t -> new Message(id, ((TypeShape.OfObject) t.shape()).shape()));
    }
}
