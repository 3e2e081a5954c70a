package org.gradle.internal.compiler.java;

import java.util.Locale;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import javax.annotation.processing.Processor;
import javax.tools.JavaCompiler;

/**
 * A stand-in for a class of Gradle that its jar for plugins lacks. Gradle wraps each compilation in it. The original records
 * which class depends on which; this one only compiles.
 */
public final class IncrementalCompileTask implements JavaCompiler.CompilationTask {
    private final JavaCompiler.CompilationTask task;

    /** Creates the task; Gradle calls this constructor by its types. */
    public IncrementalCompileTask(
            JavaCompiler.CompilationTask task,
            Function<?, ?> relativize,
            Consumer<?> backup,
            Consumer<?> classNames,
            BiConsumer<?, ?> accessibleConstants,
            BiConsumer<?, ?> privateConstants) {
        this.task = task;
    }

    @Override
    public void addModules(Iterable<String> moduleNames) {
        task.addModules(moduleNames);
    }

    @Override
    public void setProcessors(Iterable<? extends Processor> processors) {
        task.setProcessors(processors);
    }

    @Override
    public void setLocale(Locale locale) {
        task.setLocale(locale);
    }

    @Override
    public Boolean call() {
        return task.call();
    }
}
