-- Acts for the ledger, as long as `proof` is not in the tree. This file goes when LeafDoor hands them to it.
create table access.leaf_waiting (
    number bigint generated always as identity primary key,
    act    text   not null
);
