package org.stoppayment.recovery.forms.pdf;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.util.Optional;

/** How forms are made: {@code stoppayment.forms}. */
@ConfigMapping(prefix = "stoppayment.forms")
interface FormConfig {

    /** Font file with Chinese characters, with TrueType outlines (.ttf or .ttc); that of fonts-wqy-zenhei when it is not set. */
    Optional<Path> font();

    /** Font file for characters that the first lacks; that of fonts-hanazono, where it is installed, when it is not set. */
    Optional<Path> rareFont();

    /** Maximum number of rows of a flow table; it says how many are left out. */
    @WithDefault("10000")
    int maxRows();

    /** Maximum number of forms that are made at the same time. */
    @WithDefault("1")
    int maxAtOnce();

    /** Maximum number of forms that wait; more are refused. */
    @WithDefault("64")
    int maxWaiting();
}
