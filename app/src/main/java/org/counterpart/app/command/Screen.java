package org.counterpart.app.command;

import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.json.JsonMapper;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.Reader;
import java.util.function.Supplier;

/// Where a verb shows its result: words for a person, or with `--json` one line of JSON for a program.
final class Screen {
    private final Root root;
    private final PrintStream out;
    private final PrintStream err;
    private boolean forAProgram;

    Screen(Root root, PrintStream out, PrintStream err) {
        this.root = root;
        this.out = out;
        this.err = err;
    }

    /// From now on, whatever the command line turns out to say.
    void answerInJson() {
        forAProgram = true;
    }

    boolean json() {
        return forAProgram || root.json();
    }

    /// Where a verb says how far it is: the result alone is for a program.
    PrintStream progress() {
        return json() ? err : out;
    }

    /// Shows one result; only the form that is wanted is made.
    void show(String words, Supplier<Object> json) {
        out.println(
                json() ? JsonMapper.shared().writeValueAsString(json.get()) : Printable.of(words));
        out.flush();
    }

    /// Shows a long text to a program, without holding it: `{"name":"text"}`.
    void showText(String name, Reader text) {
        try (JsonGenerator json = JsonMapper.shared().createGenerator(new Unclosed(out))) {
            json.writeStartObject().writeName(name).writeString(text, -1).writeEndObject();
        }
        out.println();
        out.flush();
    }

    /// Shows why something was not done, with the next step: once, to a person or to a program.
    void showFailure(CommandFailure failure) {
        if (json()) {
            out.println(JsonMapper.shared().writeValueAsString(failure.json()));
            out.flush();
            return;
        }
        problem(failure.sentence() + " (" + failure.code() + ")");
        failure.next().ifPresent(this::problem);
    }

    private void problem(String sentence) {
        err.println(Printable.of(sentence));
        err.flush();
    }

    /// The screen stays open after what is written on it.
    private static final class Unclosed extends FilterOutputStream {
        Unclosed(OutputStream out) {
            super(out);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            out.write(bytes, offset, length);
        }

        @Override
        public void close() throws IOException {
            flush();
        }
    }
}
