package org.counterpart.app.node;

/// The AES-256 key that wraps what lies encrypted in the database; its number is written beside what it wrapped.
public record MasterKey(int number, Secret key) {}
