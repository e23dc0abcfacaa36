package org.counterpart.app.command;

import picocli.CommandLine.IVersionProvider;

/// Says which build this is, from the jar's own manifest.
final class BuildVersion implements IVersionProvider {
    @Override
    public String[] getVersion() {
        return new String[] {"counterpart " + number() + " on Java " + Runtime.version().feature()};
    }

    static String number() {
        String stated = BuildVersion.class.getPackage().getImplementationVersion();
        return stated == null ? "unpackaged" : stated;
    }
}
