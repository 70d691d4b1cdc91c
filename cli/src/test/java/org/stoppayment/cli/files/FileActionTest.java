package org.stoppayment.cli.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.AccessDeniedException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.stoppayment.cli.output.CliException;
import org.stoppayment.cli.output.ExitCode;
import org.stoppayment.cli.text.Language;
import org.stoppayment.cli.text.Texts;

class FileActionTest {

    @Test
    void theFailureSaysWhatWasDoneAndWhyItFailed() {
        CliException failed = FileAction.WRITE.failed(Path.of("/x/y"), new AccessDeniedException("/x/y"));

        assertThat(failed.exitCode()).isEqualTo(ExitCode.FAILED);
        assertThat(failed.message(Texts.ENGLISH)).isEqualTo("cannot write /x/y: permission denied");
        assertThat(failed.message(new Texts(Language.ZH, Texts.DEFAULT_ZONE))).isEqualTo("无法写入 /x/y：没有权限");
    }
}
