-- What waits for the desks of this node, drawn from the entries of each dossier and drawn again when they change.
-- Ids, codes and times only: what was said stands in the vault.
create table item (
    entry      text not null,
    desk       text not null,
    dossier    text not null,
    kind       text not null,
    state      text not null,
    from_node  text not null,
    due_at     timestamptz,
    sent_at    timestamptz not null,
    changed_at timestamptz not null,
    primary key (entry, desk)
);
create index item_of_desk on item (desk, changed_at desc);
create index item_of_dossier on item (dossier);

-- Own entries that rest on others: a recall of the source is carried on to them.
create table derived (
    source  text not null,
    entry   text not null,
    dossier text not null,
    primary key (source, entry)
);
