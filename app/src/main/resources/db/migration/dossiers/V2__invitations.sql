-- Every peer invites for itself: what one brings to a dossier that is not ours yet touches no invitation of another.
alter table invitation drop constraint invitation_pkey;
alter table invitation add primary key (dossier, brought_by);
create index invitation_by_peer on invitation (brought_by);
-- What the peer has brought itself, as a clock; it is told no more of how far we are.
alter table invitation add column brought text not null default '{}';
comment on column invitation.kept is 'entries that this peer brought, or had to be counted for it when another invitation ended';
