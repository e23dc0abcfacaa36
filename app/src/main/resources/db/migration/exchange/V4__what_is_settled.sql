-- What waits is drawn from facts: whether an item asks for an act, and which entries that came for it the desk has not seen.
-- The rest is settled and stays to be found. The number grows as items come and stays with each when its dossier is drawn
-- anew, so a list can be read page by page while it changes.
alter table item add column open boolean not null default true;
alter table item add column news text[] not null default '{}';
alter table item add column number bigint generated always as identity;
create unique index item_by_number on item (desk, number desc);

-- What was drawn before and is over waits until the desk has looked at it once more: which answers came is not known here.
update item
   set open = false,
       news = case when kind = 'REQUEST_TO_US' then '{}' else array[entry] end
 where kind in ('INFORMATION', 'BROUGHT_IN', 'PERMISSION_DECIDED')
    or (kind in ('REQUEST_TO_US', 'REQUEST_BY_US') and state in ('ANSWERED', 'REFUSED', 'WITHDRAWN'));
