-- A batch tells some receipts, from an entry by lot on. By arrival, a peer that never says that it has the first
-- ones had all of them looked at each time.
drop index untold_by_node;
create index untold_by_node on untold_receipt (to_node, entry, by_node);
alter table untold_receipt drop column arrival;
