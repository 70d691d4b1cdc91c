package org.stoppayment.cli.postgres;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** The user that Postgres runs as. It refuses to run as root, which is common in containers. */
public enum RunAs {
    /** Not root: the current user. */
    CURRENT_USER,
    /** Root that may create a user namespace: nobody in it, while root owns the files. */
    NAMESPACE("unshare", "-U"),
    /** Root in a container that forbids namespaces: {@code nobody}, who owns the files. */
    NOBODY("setpriv", "--reuid=nobody", "--regid=nogroup", "--clear-groups");

    @SuppressWarnings("ImmutableEnumChecker") // List.of is immutable
    private final List<String> prefix;

    RunAs(String... prefix) {
        this.prefix = List.of(prefix);
    }

    /** The choice for the user of this process. */
    public static RunAs forThisUser() {
        if (!System.getProperty("user.name", "").equals("root")) {
            return CURRENT_USER;
        }
        return NAMESPACE.works() ? NAMESPACE : NOBODY;
    }

    /** The command, run as this user. */
    List<String> command(List<String> command) {
        List<String> whole = new ArrayList<>(prefix);
        whole.addAll(command);
        return whole;
    }

    private boolean works() {
        try {
            Process probe = new ProcessBuilder(command(List.of("true")))
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return probe.waitFor() == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
