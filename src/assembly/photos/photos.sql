-- name: addPhoto
insert into assembly.photo (agency_id, id, ceremony_id, sha256, width, height, orientation, components, taken_at,
  kept_reason, added_by, added_at)
values (:agencyId, :id, :ceremonyId, :sha256, :width, :height, :orientation, :components, :takenAt, :keptReason, :by,
  :now)
on conflict do nothing;

-- name: addFile
insert into assembly.photo_file (agency_id, photo_id, part, bytes) values (:agencyId, :id, :part, :bytes);

-- name: sameAsThis
select p.id, r.reason as "removedReason"
from assembly.photo p
left join assembly.photo_removal r on r.agency_id = p.agency_id and r.photo_id = p.id
where p.agency_id = :agencyId and p.ceremony_id = :ceremonyId and p.sha256 = :sha256;

-- name: photoCount
select count(*)::int as number from assembly.photo where agency_id = :agencyId and ceremony_id = :ceremonyId;

-- In the order they were given; without one by the camera's clock, then as they came.
-- name: photos
select p.id, p.ceremony_id as "ceremonyId", encode(p.sha256, 'hex') as sha256, p.width, p.height, p.orientation,
  p.components, p.taken_at as "takenAt", p.kept_reason as "keptReason", p.added_by as "addedBy",
  coalesce(a.display_name, '') as "addedByName", p.added_at as "addedAt",
  coalesce(w.caption, '') as caption, w.consent, coalesce(w.consent_note, '') as "consentNote", w.position,
  coalesce(w.seq, 0) as "wordsSeq", r.reason as "removedReason", r.removed_at as "removedAt",
  coalesce(b.display_name, '') as "removedByName", coalesce(length(f.bytes), 0) as size
from assembly.photo p
left join access.account a on a.id = substr(p.added_by, 9)
left join lateral (
  select caption, consent, consent_note, position, seq from assembly.photo_words w
  where w.agency_id = p.agency_id and w.photo_id = p.id order by seq desc limit 1
) w on true
left join assembly.photo_file f on f.agency_id = p.agency_id and f.photo_id = p.id and f.part = 'picture'
left join assembly.photo_removal r on r.agency_id = p.agency_id and r.photo_id = p.id
left join access.account b on b.id = substr(r.removed_by, 9)
where p.agency_id = :agencyId and p.ceremony_id = :ceremonyId and (:id::text is null or p.id = :id)
order by w.position nulls last, p.taken_at nulls last, p.added_at, p.id;

-- name: photoFile
select bytes from assembly.photo_file where agency_id = :agencyId and photo_id = :id and part = :part;

-- Of two at the same time the first is kept.
-- name: describe
insert into assembly.photo_words (agency_id, photo_id, seq, caption, consent, consent_note, position, said_by, said_at)
values (:agencyId, :id, :seq, :caption, :consent, :consentNote, :position, :by, :now)
on conflict do nothing;

-- name: removePhoto
insert into assembly.photo_removal (agency_id, photo_id, reason, removed_by, removed_at)
values (:agencyId, :id, :reason, :by, :now)
on conflict do nothing;

-- name: eraseFiles
delete from assembly.photo_file where agency_id = :agencyId and photo_id = :id;
