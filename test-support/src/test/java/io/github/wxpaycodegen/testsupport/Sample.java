package io.github.wxpaycodegen.testsupport;

import io.github.wxpaycodegen.testsupport.internal.Secret;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An API with one of everything, for {@link PublicApiTest}. */
public abstract class Sample<T extends Comparable<T>> extends HiddenParent implements AutoCloseable {
    public static final int LIMIT = 3;
    private @Nullable String text;

    protected Sample() {}

    Sample(@Nullable String text) {
        this.text = text;
    }

    @Deprecated
    public final @Nullable String text() {
        return text;
    }

    public abstract <R> Map<String, ? extends @Nullable R> map(List<? super T> list, byte @Nullable [] bytes)
            throws IOException;

    protected void varied(String... names) {}

    public Secret secret() {
        return new Secret();
    }

    void notForCallers() {}

    @Override
    public String toString() {
        return "Sample";
    }

    @Override
    public void close() {}

    public enum Kind {
        FIRST,
        SECOND
    }

    public interface Visitor<R> {
        @Nullable
        R visit(Point point);

        default void done() {}
    }

    public record Point(int x, @Nullable String name) {}

    public static final class Final {
        private Final() {}
    }

    static final class Private {}
}
