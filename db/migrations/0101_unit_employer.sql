-- People who stand on one institution's roster and are employed by another, such as provincial teachers at a
-- kabupaten's ceremony. Null: the institution itself.
alter table agencies.unit add column employer text;
