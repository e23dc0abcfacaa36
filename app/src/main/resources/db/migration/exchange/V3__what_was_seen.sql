-- Items that ask for nothing but to be seen leave the inbox once an officer who speaks for the desk has opened them. Items
-- are drawn anew with every change of their dossier, so what was seen stands beside them. Ids only.
create table seen (
    entry text not null,
    desk  text not null,
    primary key (entry, desk)
);
