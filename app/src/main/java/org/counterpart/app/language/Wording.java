package org.counterpart.app.language;

/// What a person reads about one code: what happened, and what to do next.
public record Wording(String sentence, String next) {}
