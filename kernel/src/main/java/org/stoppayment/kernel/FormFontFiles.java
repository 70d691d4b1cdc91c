package org.stoppayment.kernel;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Where the fonts of forms are: those that a setting names, else those of packages at known places. */
public final class FormFontFiles {

    /** The package of Debian and Ubuntu that has the font. */
    public static final String PACKAGE = "fonts-wqy-zenhei";

    /** Characters that stand on forms whatever they are about; a font without them is of no use. */
    public static final String ON_EVERY_FORM = "返还申请表资金流向呈报告书决定协助通知被害人冻结账户开户机构案件立案公安机关签名用途方案编号校验值规则版本制作元年月日第页共时间为北京"
            + "0123456789ABCDEFSHabcdef-:.,（）：，。、〓";

    /** Where Debian and Ubuntu, and Fedora, install WenQuanYi Zen Hei. */
    private static final List<Path> KNOWN = List.of(
            Path.of("/usr/share/fonts/truetype/wqy/wqy-zenhei.ttc"),
            Path.of("/usr/share/fonts/wqy-zenhei-fonts/wqy-zenhei.ttc"));

    /** HanaMinB of the package fonts-hanazono has the characters beyond the basic plane. */
    private static final List<Path> KNOWN_RARE = List.of(Path.of("/usr/share/fonts/truetype/hanazono/HanaMinB.ttf"));

    private FormFontFiles() {}

    /**
     * The font of nearly all characters; empty when there is none that can be read.
     *
     * @param named by a setting; empty when it names none
     */
    public static Optional<Path> font(Optional<Path> named) {
        return find(named, KNOWN);
    }

    /** The font for rare characters; empty when there is none that can be read. */
    public static Optional<Path> rareFont(Optional<Path> named) {
        return find(named, KNOWN_RARE);
    }

    private static Optional<Path> find(Optional<Path> named, List<Path> known) {
        return named.map(List::of).orElse(known).stream()
                .filter(Files::isReadable)
                .findFirst();
    }
}
