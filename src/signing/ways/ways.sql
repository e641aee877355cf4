-- name: waySettings
select distinct on (way) way, is_on as "isOn" from signing.way_setting
where agency_id = :agencyId and campaign_id = :campaignId
order by way, id desc;

-- name: addWaySetting
insert into signing.way_setting (agency_id, campaign_id, way, id, is_on, set_by, set_at)
select agency_id, id, :way, :settingId, :isOn, :by, :now from campaigns.campaign
where agency_id = :agencyId and id = :campaignId;
