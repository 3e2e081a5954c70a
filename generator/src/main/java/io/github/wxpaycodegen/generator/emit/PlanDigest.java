package io.github.wxpaycodegen.generator.emit;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.TypeName;
import io.github.wxpaycodegen.generator.diagnostic.SourceSpan;
import io.github.wxpaycodegen.generator.hash.Sha256;
import io.github.wxpaycodegen.generator.model.Endpoint;
import io.github.wxpaycodegen.generator.model.Field;
import io.github.wxpaycodegen.generator.model.Operation;
import io.github.wxpaycodegen.generator.plan.JavaNode;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Digests of the plans of classes. Classes whose plans have the same digest are emitted alike, because emitters know
 * nothing else. The lines of specs do not count: no emitted class names them.
 */
final class PlanDigest {
    /** Records that many plans contain. They are looked at once. */
    private static final Set<Class<?>> SHARED = Set.of(Endpoint.class, Operation.class, Field.class, JavaNode.class);

    private final IdentityHashMap<Object, byte[]> known = new IdentityHashMap<>();
    private final Map<Class<?>, List<Method>> accessors = new HashMap<>();
    private final MessageDigest sha256 = Sha256.create();

    /** The plan that is being written, behind the plans that contain it. */
    private final Bytes bytes = new Bytes();

    /**
     * Returns the digest of a plan, in hex.
     *
     * @param plan a record that consists of records, enums, collections, type names and plain values
     */
    String of(Object plan) {
        return HexFormat.of().formatHex(digest(() -> components(plan)));
    }

    /** Returns the digest of what is written, and removes that. */
    private byte[] digest(Runnable writing) {
        int start = bytes.size();
        writing.run();
        return bytes.removeFrom(start, sha256);
    }

    private void append(Object value) {
        if (value instanceof SourceSpan span) {
            append(span.file());
        } else if (value instanceof Record) {
            if (SHARED.contains(value.getClass())) {
                bytes.add('#');
                bytes.add(shared(value));
            } else {
                components(value);
            }
        } else if (value instanceof List<?> list) {
            bytes.add('[', list.size());
            list.forEach(this::append);
        } else if (value instanceof Optional<?> optional) {
            bytes.add(optional.isPresent() ? '+' : '-');
            optional.ifPresent(this::append);
        } else if (value instanceof Set<?> set) {
            unordered(set.stream().map(each -> digest(() -> append(each))).toList());
        } else if (value instanceof Map<?, ?> map) {
            unordered(map.entrySet().stream()
                    .map(entry -> digest(() -> {
                        append(entry.getKey());
                        append(entry.getValue());
                    }))
                    .toList());
        } else if (value instanceof Enum<?> constant) {
            plain(constant.name());
        } else if (value instanceof ClassName name) {
            // Its text is what JavaPoet prints, which takes longer.
            plain(name.reflectionName());
        } else if (isPlain(value)) {
            plain(value.toString());
        } else {
            throw new IllegalArgumentException("a plan cannot contain " + value.getClass());
        }
    }

    /** Appends a text with its length, so that no value can look like the end of another. */
    private void plain(String value) {
        byte[] text = value.getBytes(StandardCharsets.UTF_8);
        bytes.add(':', text.length);
        bytes.add(text);
    }

    private static boolean isPlain(Object value) {
        return value instanceof CharSequence
                || value instanceof TypeName
                || value instanceof Boolean
                || value.getClass().getPackageName().startsWith("java.");
    }

    /** The order of a set or a map may differ from run to run. */
    private void unordered(List<byte[]> elements) {
        bytes.add('{', elements.size());
        elements.stream().sorted(Arrays::compare).forEach(bytes::add);
    }

    private byte[] shared(Object plan) {
        byte[] digest = known.get(plan);
        if (digest == null) {
            digest = digest(() -> components(plan));
            known.put(plan, digest);
        }
        return digest;
    }

    private void components(Object plan) {
        List<Method> components = accessors.computeIfAbsent(plan.getClass(), PlanDigest::accessors);
        plain(plan.getClass().getSimpleName());
        for (Method accessor : components) {
            try {
                append(accessor.invoke(plan));
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    private static List<Method> accessors(Class<?> type) {
        List<Method> accessors = Arrays.stream(type.getRecordComponents())
                .map(RecordComponent::getAccessor)
                .toList();
        accessors.forEach(accessor -> accessor.setAccessible(true));
        return accessors;
    }

    /** Bytes of which the last ones can be removed. Without a lock, unlike those of the JDK: there are millions. */
    private static final class Bytes {
        private byte[] buffer = new byte[1 << 16];
        private int size;

        int size() {
            return size;
        }

        void add(char kind) {
            reserve(1);
            buffer[size++] = (byte) kind;
        }

        void add(char kind, int number) {
            reserve(1 + Integer.BYTES);
            buffer[size] = (byte) kind;
            buffer[size + 1] = (byte) (number >>> 24);
            buffer[size + 2] = (byte) (number >>> 16);
            buffer[size + 3] = (byte) (number >>> 8);
            buffer[size + 4] = (byte) number;
            size += 1 + Integer.BYTES;
        }

        void add(byte[] all) {
            reserve(all.length);
            System.arraycopy(all, 0, buffer, size, all.length);
            size += all.length;
        }

        private void reserve(int more) {
            if (size + more > buffer.length) {
                buffer = Arrays.copyOf(buffer, Math.max(2 * buffer.length, size + more));
            }
        }

        /** Returns the digest of the bytes from a place on, and removes them. */
        byte[] removeFrom(int start, MessageDigest digest) {
            digest.update(buffer, start, size - start);
            size = start;
            return digest.digest();
        }
    }
}
