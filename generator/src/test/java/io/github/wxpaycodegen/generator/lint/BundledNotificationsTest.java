package io.github.wxpaycodegen.generator.lint;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.wxpaycodegen.generator.Bundled;
import io.github.wxpaycodegen.generator.model.NotificationRef;
import io.github.wxpaycodegen.generator.model.NotificationSpec;
import io.github.wxpaycodegen.generator.model.Specs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Each bundled notification follows an operation, or a reviewed line says what else causes it. */
class BundledNotificationsTest {
    @Test
    void operationOrReviewedReasonCausesEachNotification() throws IOException {
        Specs specs = Bundled.specs();
        Set<NotificationRef> caused = specs.endpoints().stream()
                .flatMap(endpoint -> endpoint.operations().stream())
                .flatMap(operation -> operation.effects().notifies().stream())
                .collect(Collectors.toSet());

        assertThat(specs.notifications().stream()
                        .filter(n -> !caused.contains(new NotificationRef(n.protocol(), n.id())))
                        .map(BundledNotificationsTest::name))
                .containsExactlyInAnyOrderElementsOf(causeless());
    }

    private static String name(NotificationSpec notification) {
        return notification.protocol().name().toLowerCase(Locale.ROOT) + " ; " + notification.id();
    }

    private static List<String> causeless() throws IOException {
        return Files.readAllLines(Path.of("src/test/resources/reviewed/causeless.txt")).stream()
                .filter(line -> !line.startsWith("#"))
                .map(line -> {
                    String[] parts = line.split(" ; ", -1);
                    assertThat(parts).as(line).hasSize(3).doesNotContain("");
                    return parts[0] + " ; " + parts[1];
                })
                .toList();
    }
}
