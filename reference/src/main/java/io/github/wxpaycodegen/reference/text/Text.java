package io.github.wxpaycodegen.reference.text;

/**
 * A text of a page.
 *
 * @param value the text; empty if there is none
 * @param language the language that it is in, which may be another than that of the page
 */
public record Text(String value, Language language) {
    /**
     * Returns a text of a spec, such as a description, for a page. Specs have them in English; those of the bundled ones are
     * translated, those of a user's own specs remain as they are.
     */
    public static Text ofSpec(String text, Language page) {
        String chinese = page == Language.CHINESE ? Translations.CHINESE.get(text) : null;
        if (chinese != null) {
            return new Text(chinese, Language.CHINESE);
        }
        // A user may write own specs in Chinese.
        boolean foreign = text.codePoints().noneMatch(Character::isIdeographic);
        return new Text(text, foreign ? Language.ENGLISH : page);
    }

    /** Returns true if there is no text. */
    public boolean isEmpty() {
        return value.isEmpty();
    }
}
