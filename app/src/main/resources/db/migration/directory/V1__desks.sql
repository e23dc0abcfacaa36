-- Every desk that this node knows: its own, and those of other nodes as these describe them. All of it is published to
-- peers, so nothing here is secret. Our own are those whose node has our id. The number pages lists.
create table directory.desk (
    number    bigint      generated always as identity primary key,
    id        text        not null unique check (length(id) = 26),
    node      text        not null check (length(node) = 32),
    salt      text        not null, -- with which a desk of our own was founded; empty for others
    state     text        not null check (state ~ '^[A-Z]{2}$'),
    slug      text        not null,
    authority text        not null,
    name      text        not null,
    kind      text        not null,
    languages text        not null,
    zone      text        not null,
    added_at  timestamptz not null,
    -- Its node is no peer at the moment. The row stays: nobody else takes the identity, and history keeps the name.
    out_of_reach boolean  not null default false,
    -- What people type must mean one desk of a node; two nodes may each have a desk of that name.
    unique (node, state, slug)
);

create index desk_by_handle on directory.desk (state, slug);
