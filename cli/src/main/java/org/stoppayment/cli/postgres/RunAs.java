package org.stoppayment.cli.postgres;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** As whom Postgres runs: it refuses to be root, and containers often are. */
public enum RunAs {
    /** An ordinary user: as oneself. */
    ONESELF,
    /** Root that may make a user namespace, in which it is nobody; files stay its own. */
    NAMESPACE("unshare", "-U"),
    /** Root in a container that forbids namespaces: as {@code nobody}, who must be able to reach the files. */
    NOBODY("setpriv", "--reuid=nobody", "--regid=nogroup", "--clear-groups");

    @SuppressWarnings("ImmutableEnumChecker") // made by List.of
    private final List<String> prefix;

    RunAs(String... prefix) {
        this.prefix = List.of(prefix);
    }

    /** The way for the user that runs this process. */
    public static RunAs forThisUser() {
        if (!System.getProperty("user.name", "").equals("root")) {
            return ONESELF;
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
