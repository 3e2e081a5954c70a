package io.github.wxpaycodegen.reference.render;

import io.github.wxpaycodegen.reference.page.PageLink;
import io.github.wxpaycodegen.reference.text.Language;
import io.github.wxpaycodegen.reference.text.Text;
import org.jspecify.annotations.Nullable;

/**
 * The place of a page within the site, from which its links lead to others. All links are relative, so that the site works at any
 * address and from a directory.
 *
 * @param path the page, relative to the folder of the language and without an extension
 */
public record View(Language language, String path) {
    /** Returns the text of the language of the page. */
    public String text(String chinese, String english) {
        return language.of(chinese, english);
    }

    /** Returns the tag of the language of a text; null if that is the language of the page. */
    public @Nullable String lang(Text text) {
        return text.language() == language ? null : text.language().tag();
    }

    /** Returns the way to the folder of the language: {@code ../../}. */
    public String home() {
        return "../".repeat((int) path.chars().filter(each -> each == '/').count());
    }

    /** Returns the way to the folder of the site. */
    public String root() {
        return home() + "../";
    }

    /** Returns a link to another page of the language. */
    public String to(String page) {
        return home() + page + ".html";
    }

    /** Returns a link to another page of the language. */
    public String to(PageLink page) {
        return to(page.path());
    }

    /** Returns a link to the page in the other language. */
    public String inOtherLanguage() {
        return root() + language.other().folder() + "/" + path + ".html";
    }

    /** Returns a link to the Markdown of the page. */
    public String markdown() {
        return path.substring(path.lastIndexOf('/') + 1) + ".md";
    }
}
