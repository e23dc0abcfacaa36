-- Who may come in, and as what. Names and labels are those of posts, never of persons, and stand in the clear.
-- The revoked stay: the ledger names their ids. The number is the key by which lists are paged.
create table access.officer (
    number     bigint      generated always as identity primary key,
    id         text        not null unique check (length(id) = 26),
    name       text        not null,
    label      text        not null,
    role       text        not null,
    -- A desk of `directory`, without a foreign key: areas do not share constraints.
    desk       text        check (length(desk) = 26),
    added_at   timestamptz not null,
    revoked_at timestamptz,
    check ((desk is null) = (role in ('operator', 'oversight')))
);

-- A name is free again once its officer is revoked; two live officers never share one.
create unique index officer_live_name on access.officer (name) where revoked_at is null;

-- The token itself is nowhere in the database: who steals it cannot come in with it. A token has 256 random bits, so a
-- plain hash is enough. The row stays after a revocation, to tell its holder what happened.
create table access.token (
    officer      text        primary key references access.officer (id),
    sha256       text        not null check (sha256 ~ '^[0-9a-f]{64}$'),
    made_at      timestamptz not null,
    signed_in_at timestamptz not null
);
