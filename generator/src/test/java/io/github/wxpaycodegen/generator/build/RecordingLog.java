package io.github.wxpaycodegen.generator.build;

import java.util.ArrayList;
import java.util.List;

/** Log that keeps its lines, without those of debug. */
final class RecordingLog implements BuildLog {
    private final List<String> infos = new ArrayList<>();
    private final List<String> warnings = new ArrayList<>();
    private final List<String> errors = new ArrayList<>();

    List<String> infos() {
        return infos;
    }

    List<String> warnings() {
        return warnings;
    }

    List<String> errors() {
        return errors;
    }

    @Override
    public void debug(String line) {}

    @Override
    public void info(String line) {
        infos.add(line);
    }

    @Override
    public void warn(String line) {
        warnings.add(line);
    }

    @Override
    public void error(String line) {
        errors.add(line);
    }
}
