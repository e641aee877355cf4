export { addText, type NewText } from './add-text.ts';
export { CampaignParams, campaignsApi } from './api.ts';
export {
  type AudienceFilter,
  type AudiencePerson,
  AudienceRow,
  audienceCount,
  audienceOf,
  audiencePerson,
} from './audience.ts';
export { CATEGORIES, type Campaign, type Category, type TextKind, type TextVersion } from './campaign.ts';
export { CAMPAIGN_LIMITS, type CampaignValues, checkCampaign, checkLine } from './check-campaign.ts';
export { checkText, TEXT_LIMITS } from './check-text.ts';
export { type Closing, closeCampaign } from './close-campaign.ts';
export { createCampaign, type NewCampaign } from './create-campaign.ts';
export { additionsOf } from './difference/difference.ts';
export { type DraftAudience, type DraftElection, draftTexts } from './draft-texts.ts';
export { campaignOf, campaignsOf, textsOf } from './find-campaign.ts';
export { type AudienceChoice, countAudience, type Opening, openCampaign } from './open-campaign.ts';
export { ownUnits, refuseOtherUnits } from './own-units.ts';
export { type Frame, formErrors, frameOf } from './pages/frame.ts';
export { campaignPages } from './pages/pages.ts';
export { TextPaper } from './pages/paper.view.tsx';
export { fieldErrors, type Problem, refuseProblems } from './problem.ts';
export { decline, exempt, type Standing, standingOf } from './standing.ts';
export { tidyLine, tidyLines, unprintable } from './tidy.ts';
export { type Withdrawal, withdrawText } from './withdraw-text.ts';
