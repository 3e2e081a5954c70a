package io.github.wxpaycodegen.reference.text;

/** A language of the interface. Titles are Chinese in both, because the specs have them in Chinese. */
public enum Language {
    CHINESE("zh-CN", "zh", "中文"),
    ENGLISH("en", "en", "English");

    private final String tag;
    private final String folder;
    private final String label;

    Language(String tag, String folder, String label) {
        this.tag = tag;
        this.folder = folder;
        this.label = label;
    }

    /** Returns the BCP 47 tag: {@code zh-CN}. */
    public String tag() {
        return tag;
    }

    /** Returns the folder of its pages: {@code zh}. */
    public String folder() {
        return folder;
    }

    /** Returns its name in itself. */
    public String label() {
        return label;
    }

    /** Returns the other language. */
    public Language other() {
        return this == CHINESE ? ENGLISH : CHINESE;
    }

    /** Returns the text of this language. Both stand side by side, so that none is forgotten. */
    public String of(String chinese, String english) {
        return this == CHINESE ? chinese : english;
    }
}
