-- Collision: which interaction each open tab shows, and whether its agent types there. Gone with the connection.
alter table connections add column watching int;
alter table connections add column typing boolean not null default false;
create index connections_watching on connections (watching) where watching is not null and closed_at is null;
