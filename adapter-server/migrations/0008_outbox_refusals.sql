-- How often the other side refused, which sets the pause before the next try. `attempts` counts claims too, and a claim
-- whose process was killed says nothing about the other side.
alter table outbox add column refusals int not null default 0;
