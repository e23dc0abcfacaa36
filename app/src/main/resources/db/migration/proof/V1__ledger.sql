-- The node's ledger. A leaf comes with the act, in the act's own transaction; its place in the log comes after the
-- commit, from one sequencer, because places cannot be given out by transactions that may still fail or overtake.

-- `arrival` orders leaves that wait for a number and says nothing else: it has gaps, and a lower one can commit later.
-- Salt and act are empty when the act was erased by law; number and hash stay, so that the proof still holds.
create table proof.leaf (
    arrival bigint generated always as identity primary key,
    number  bigint unique check (number >= 0),
    salt    bytea check (octet_length(salt) = 32),
    act     text,
    hash    bytea check (octet_length(hash) = 32),
    constraint hash_comes_with_the_number check ((number is null) = (hash is null)),
    constraint salt_and_act_go_together   check ((salt is null) = (act is null)),
    constraint only_numbered_are_erased   check (number is not null or act is not null)
);

-- What waits, so that finding it costs the same however long the log is.
create index leaf_without_number on proof.leaf (arrival) where number is null;

-- The log as it stands, in one row: how many leaves have a number, and the roots of its complete subtrees, 32 bytes
-- each. It is written only together with the leaves that it counts. The epoch counts restores from an older state.
create table proof.log (
    only_row boolean primary key default true check (only_row),
    epoch    bigint  not null check (epoch >= 0),
    size     bigint  not null check (size >= 0),
    peaks    bytea   not null check (octet_length(peaks) = 32 * bit_count(size::bit(64)))
);

insert into proof.log (epoch, size, peaks) values (0, 0, '');

-- What the node signed, as it was signed. The serial orders checkpoints of one size.
create table proof.checkpoint (
    serial bigint generated always as identity primary key,
    size   bigint      not null,
    note   text        not null,
    at     timestamptz not null
);
