import { afterAll, beforeAll, describe, it } from 'vitest';
import {
  claim,
  holdCeremony,
  importRoster,
  newCampaign,
  openCampaign,
  printSlips,
} from './journey/prepare.ts';
import { publishRelease, seeCoverage, takeRecap } from './journey/report.ts';
import { signOnPhone, signOnTablet } from './journey/sign.ts';
import { beginStory, type Story } from './journey/story.ts';
import { verifyAsStranger } from './journey/verify.ts';

/** From an empty installation to a proof that a stranger checks, on a screen 360 pixels wide. */
describe.each([
  ['with script', true],
  ['without script', false],
])('the whole job, %s', (_, script) => {
  let story: Story;
  beforeAll(async () => {
    story = await beginStory(script);
  });
  afterAll(() => story.end());

  it('claims the installation', () => claim(story));
  it('imports a roster', () => importRoster(story));
  it('makes a campaign from a circular', () => newCampaign(story));
  it('pins the texts and opens', () => openCampaign(story));
  it('records a ceremony', () => holdCeremony(story));
  it('prints slips', () => printSlips(story));
  it('lets a person sign on a phone, once', () => signOnPhone(story));
  it('lets a person sign on a shared tablet', () => signOnTablet(story));
  it('shows coverage and who is missing', () => seeCoverage(story));
  it('gives the recap and the documents', () => takeRecap(story));
  it('drafts and publishes a press release', () => publishRelease(story));
  it('lets a stranger check the proof', () => verifyAsStranger(story));
});
