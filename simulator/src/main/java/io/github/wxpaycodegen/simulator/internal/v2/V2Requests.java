package io.github.wxpaycodegen.simulator.internal.v2;

import io.github.wxpaycodegen.generator.model.BodyKind;
import io.github.wxpaycodegen.generator.model.Field;
import io.github.wxpaycodegen.generator.model.FieldType;
import io.github.wxpaycodegen.generator.model.ObjectShape;
import io.github.wxpaycodegen.generator.model.Operation;
import io.github.wxpaycodegen.simulator.internal.http.Form;
import io.github.wxpaycodegen.simulator.internal.http.Multipart;
import io.github.wxpaycodegen.simulator.internal.http.RequestHead;
import io.github.wxpaycodegen.simulator.internal.values.FileDigest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads the fields of v2 requests, from XML, the query, or the parts of an upload. */
public final class V2Requests {
    private V2Requests() {}

    /** Returns the fields that are signed, which exclude the file of an upload. */
    public static ObjectShape shapeOf(Operation operation) {
        List<Field> fields = operation.request().body() == BodyKind.NONE
                ? operation.request().query()
                : operation.request().shape().fields();
        return new ObjectShape(
                fields.stream()
                        .filter(field -> field.type() != FieldType.Scalar.FILE)
                        .toList(),
                operation.request().shape().groups());
    }

    /** Returns the fields of a request as text by name. */
    static Map<String, String> read(Operation operation, RequestHead head, byte[] body) throws V2RefusedException {
        return switch (operation.request().body()) {
            case NONE, JSON -> query(head);
            case XML -> xml(body);
            case MULTIPART -> upload(operation, head, body);
        };
    }

    private static Map<String, String> query(RequestHead head) throws V2RefusedException {
        try {
            return Form.readOnce(head.query());
        } catch (IllegalArgumentException e) {
            throw new V2RefusedException("参数格式错误");
        }
    }

    /**
     * Parses XML, whatever the content type: like the gateway, which accepts XML labeled as JSON, as text or as a form.
     */
    private static Map<String, String> xml(byte[] body) throws V2RefusedException {
        if (body.length == 0) {
            throw new V2RefusedException("post数据为空");
        }
        try {
            return V2XmlReader.read(body);
        } catch (V2XmlReader.FormatException e) {
            throw new V2RefusedException("XML格式错误");
        }
    }

    private static Map<String, String> upload(Operation operation, RequestHead head, byte[] body)
            throws V2RefusedException {
        try {
            Multipart parts = Multipart.read(head.header("content-type").orElse(""), body);
            Map<String, String> fields = new LinkedHashMap<>();
            parts.parts().stream()
                    .filter(part -> part.fileName().isEmpty())
                    .forEach(part -> fields.put(part.name(), part.text()));
            for (Field field : operation.request().shape().fields()) {
                checkPart(field, operation, parts, fields);
            }
            return fields;
        } catch (IllegalArgumentException e) {
            throw new V2RefusedException("上传格式错误");
        }
    }

    private static void checkPart(Field field, Operation operation, Multipart parts, Map<String, String> fields)
            throws V2RefusedException {
        if (field.type() == FieldType.Scalar.FILE) {
            if (parts.part(field.name()).flatMap(Multipart.Part::fileName).isEmpty()) {
                throw new V2RefusedException(field.name() + "文件缺失");
            }
        } else if (field.source().digest().isPresent()) {
            Optional<byte[]> file = operation.request().shape().fields().stream()
                    .filter(other -> other.type() == FieldType.Scalar.FILE)
                    .flatMap(other -> parts.part(other.name()).stream())
                    .map(Multipart.Part::content)
                    .findFirst();
            boolean right = file.map(bytes ->
                            FileDigest.hex(field.source().digest().get(), bytes).equals(fields.get(field.name())))
                    .orElse(false);
            if (!right) {
                throw new V2RefusedException(field.name() + "与文件不符");
            }
        }
    }
}
