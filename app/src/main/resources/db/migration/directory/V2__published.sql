-- The dossier by which each peer is told of our desks. Nobody else is a member, so no peer sees our list of peers.
create table directory.publication (
    peer    text primary key check (length(peer) = 32),
    dossier text not null
);
