package org.counterpart.app.access;

/// An officer who is to be added.
public record NewOfficer(OfficerName name, Label label, Post post) {}
