-- The vault of one node. Clear here: ids of entries, dossiers and nodes, sequences, sizes, times, states of things.
-- Encrypted: what was said. No table but payload_key lets this node open anything. A backup that is kept must leave that
-- table out, or what was erased comes back with it; docs/operations.md says how.

-- Every envelope that has a place. The signed envelope is kept as it was sent: it is what the author signed.
create table entry (
    id         text primary key,
    dossier    text not null,
    author     text not null,
    sequence   bigint not null,
    weight     bigint not null,
    membership boolean not null,
    envelope   text not null,
    clock      text not null,
    placed_at  timestamptz not null,
    arrival    bigint generated always as identity
);
-- Not unique on purpose: an author with two histories is kept and shown, not hidden by a constraint.
create index entry_by_author on entry (dossier, author, sequence);
create index entry_by_weight on entry (dossier, weight, id);
create index entry_membership on entry (dossier) where membership;

-- Derived from entry, kept because every append and every comparison with a peer asks for them.
create table head (
    dossier text not null,
    entry   text not null references entry (id),
    primary key (dossier, entry)
);
create table progress (
    dossier  text not null,
    author   text not null,
    sequence bigint not null,
    primary key (dossier, author)
);
create table two_histories (
    dossier text not null,
    author  text not null,
    primary key (dossier, author)
);
-- Every node that a membership entry ever named: whom a dossier may have to be compared with.
create table named_node (
    dossier text not null,
    node    text not null,
    primary key (dossier, node)
);

create table refused_envelope (
    entry      text primary key,
    ground     text not null,
    refused_at timestamptz not null
);

-- A dossier that will be ours once the past of this addition is here.
create table invitation (
    dossier    text primary key,
    addition   text not null,
    brought_by text not null,
    invited_at timestamptz not null,
    kept       bigint not null default 0, -- entries of it that are placed
    gave_way   boolean not null default false -- once, to a shorter one of the same peer
);

-- What became of the sealed part: READ, VOID or ERASED. No row: the bare envelope only.
create table content (
    entry       text primary key references entry (id),
    state       text not null check (state in ('READ', 'VOID', 'ERASED')),
    under       text, -- what it was opened under: itself, a forward or a release
    ciphertext  bytea,
    void_reason text,
    changed_at  timestamptz not null,
    check ((state = 'READ') = (under is not null)),
    check ((state = 'READ') = (ciphertext is not null)),
    check ((state = 'VOID') = (void_reason is not null))
);
-- The key of each content, encrypted under a master key of the key file. Deleting the row erases the content here, and in
-- those old copies of the database that were made without this table.
create table payload_key (
    entry  text primary key references entry (id),
    locked bytea not null
);

-- Parcels that wait for other nodes. Of our own contents only the wrap: the ciphertext stands in content.
-- One for each maker: a false parcel keeps no place that a true one needs.
create table parcel (
    entry      text not null references entry (id),
    recipient  text not null,
    maker      text not null,
    key        text not null, -- which of the recipient's sealing keys it was made for
    under      text not null, -- the entry that allows it: itself, a forward or a release
    brought_by text not null,
    wrap       text not null,
    ciphertext bytea,
    arrival    bigint generated always as identity,
    primary key (entry, recipient, maker)
);
create index parcel_by_recipient on parcel (recipient, arrival);
create index parcel_by_bringer on parcel (brought_by);
create table carrier (
    entry     text not null,
    recipient text not null,
    maker     text not null,
    carrier   text not null,
    primary key (entry, recipient, maker, carrier),
    foreign key (entry, recipient, maker) references parcel (entry, recipient, maker) on delete cascade
);

create table receipt (
    entry   text not null references entry (id),
    by_node text not null,
    at      timestamptz not null,
    receipt text not null,
    primary key (entry, by_node)
);
-- Stored and not signed yet: signing reads this in a later transaction, so what it signs is committed.
create table owed_receipt (
    entry   text primary key references entry (id),
    at      timestamptz not null,
    arrival bigint generated always as identity
);
create table untold_receipt (
    entry   text not null references entry (id),
    by_node text not null,
    to_node text not null,
    arrival bigint generated always as identity,
    primary key (entry, by_node, to_node)
);
create index untold_by_node on untold_receipt (to_node, arrival);

-- What a peer last said it holds of a dossier, and whether that is all that we hold.
create table peer_progress (
    peer    text not null,
    dossier text not null,
    clock   text not null,
    settled boolean not null,
    primary key (peer, dossier)
);
create index peer_unsettled on peer_progress (peer) where not settled;
