-- name: answerTo
select asked, answer from platform.api_answer
where agency_id = :agencyId and token_id = :tokenId and key = :key;

-- name: keepAnswer
insert into platform.api_answer (agency_id, token_id, key, asked, answer, at)
values (:agencyId, :tokenId, :key, :asked, :answer, :now);

-- name: dropOldAnswers
delete from platform.api_answer where agency_id = :agencyId and token_id = :tokenId and at < :before;
