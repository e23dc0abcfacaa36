-- Whose database this is. A node that finds another signing key here than in its key file stops: its content would be
-- sealed under keys that are not there, and its entries would carry another node's name.
create table node.identity (
    only_row    boolean     primary key default true check (only_row),
    signing_key bytea       not null check (octet_length(signing_key) = 32),
    made_at     timestamptz not null
);
