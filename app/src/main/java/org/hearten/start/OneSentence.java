package org.hearten.start;

import org.springframework.boot.SpringBootExceptionReporter;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.context.ConfigurableApplicationContext;

/** Says why a start failed in one plain sentence, where Spring would print a page. */
class OneSentence implements SpringBootExceptionReporter {
    /** Spring hands each reporter the context it failed in. */
    OneSentence(ConfigurableApplicationContext context) {}

    @Override
    public boolean reportException(Throwable failure) {
        for (var cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof CannotStart failed) {
                say(failed.sentence());
                return true;
            }
            if (cause instanceof PortInUseException taken) {
                say("Port " + taken.getPort() + " is in use by another program. Choose another with --port.");
                return true;
            }
        }
        return false; // a defect of ours: the stack trace is what helps
    }

    static void say(String sentence) {
        System.err.println(sentence);
    }
}
