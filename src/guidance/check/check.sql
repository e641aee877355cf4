-- name: setting
select is_on as "isOn", required
from guidance.check_setting
where agency_id = :agencyId and campaign_id = :campaignId
order by set_at desc, id desc
limit 1;

-- No row where the campaign does not exist.
-- name: addSetting
insert into guidance.check_setting (agency_id, campaign_id, id, is_on, required, set_by, set_at)
select c.agency_id, c.id, :id, :isOn, :required, :by, :now
from campaigns.campaign c
where c.agency_id = :agencyId and c.id = :campaignId;

-- name: addResult
insert into guidance.check_result (agency_id, campaign_id, id, question, correct, answered_on)
values (:agencyId, :campaignId, :id, :question, :correct, :day);

-- name: totals
select question, count(*)::int as answered, count(*) filter (where correct)::int as right
from guidance.check_result
where agency_id = :agencyId and campaign_id = :campaignId
group by question
order by question;
