-- Nodes that our operator was given the card of. A card is public; whom we peer with is shown to no other peer.
create table peer (
    node         text primary key,
    state        text not null,
    card         text not null,
    -- Where our operator calls it, in place of the addresses of the card.
    via          text,
    -- What our operator decided, and whether fingerprints were compared by telephone.
    accepted     boolean not null default false,
    phoned       boolean not null default false,
    -- What the other node last said of us.
    accepts_us   boolean not null default false,
    -- The serial of our card, and the decision, that the other node has confirmed.
    told_serial  bigint not null default 0,
    told_accepts boolean not null default false,
    -- The numbers of the last hello that we said, and of the last that we heard.
    said_number  bigint not null default 0,
    heard_number bigint not null default 0,
    added_at     timestamptz not null,
    -- How the last conversation went, for people.
    last_spoke   timestamptz,
    failing_from timestamptz,
    failure      text
);

-- Our own card grows a serial with every change; the last one is kept to see whether anything changed.
create table own_card (
    only_row boolean primary key default true check (only_row),
    serial   bigint not null,
    card     text not null
);

-- A signed request is taken once: its nonce is kept for a day.
create table nonce (
    node    text not null,
    nonce   text not null,
    seen_at timestamptz not null,
    primary key (node, nonce)
);
create index nonce_by_age on nonce (seen_at);
