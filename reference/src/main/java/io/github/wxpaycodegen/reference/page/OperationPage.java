package io.github.wxpaycodegen.reference.page;

import java.util.List;

/**
 * The page of an operation.
 *
 * @param java the line of Java that makes the call
 * @param classes the simple names of the classes of request and response
 * @param errors the errors that the operation declares itself
 * @param sharedErrors the codes that all operations of its protocol share
 * @param notifications the notifications that it causes
 */
public record OperationPage(
        Heading heading,
        WireProtocol protocol,
        String java,
        List<String> classes,
        Withdrawal withdrawal,
        List<FieldSection> request,
        List<FieldSection> response,
        List<ErrorRow> errors,
        List<String> sharedErrors,
        Outcome outcome,
        List<Entry> notifications,
        List<Snippet> snippets) {
    public OperationPage {
        classes = List.copyOf(classes);
        request = List.copyOf(request);
        response = List.copyOf(response);
        errors = List.copyOf(errors);
        sharedErrors = List.copyOf(sharedErrors);
        notifications = List.copyOf(notifications);
        snippets = List.copyOf(snippets);
    }
}
