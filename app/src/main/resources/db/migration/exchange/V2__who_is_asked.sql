-- Of a request, the desk that was asked: whoever looks at the own questions wants to know whom they wait for. Empty for
-- other items, and for requests that were drawn before and have not changed since.
alter table item add column to_desk text;
