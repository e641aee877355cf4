import { proofOf, recordByReceipt, witnessPolicy } from '../../evidence/index.ts';
import { show } from '../../platform/http/respond.tsx';
import type { Ctx } from '../../platform/http/visit.ts';
import type { Platform } from '../../platform/platform.ts';
import { to } from '../../urls.ts';
import { parseRecord } from '../../verify/index.ts';
import type { Signatory } from '../may-sign.ts';
import { t } from '../messages.ts';
import { CertifiedLink, fileOfRecord } from '../ways/index.ts';
import { Receipt } from './receipt.view.tsx';
import { LATER_SCRIPT } from './sign.view.tsx';

/** What the code of somebody who has signed shows to that person: the receipt, and what can be taken away. */
export async function receipt(
  c: Ctx,
  platform: Platform,
  signatory: Signatory,
  again: boolean,
): Promise<Response> {
  const { lang } = c.get('visit');
  const tr = t(lang);
  const { agency, signed } = signatory;
  const stored = await recordByReceipt(platform.pool, agency.id, signed?.receipt ?? '');
  const proof = await proofOf(platform.pool, stored, witnessPolicy(platform.config));
  const code = c.req.param('code') ?? '';
  const record = parseRecord(stored.record);
  const [agencyId, campaignId] = [agency.id, signatory.campaign.id];
  const holder = { agencyId, campaignId, personId: signatory.person.personId };
  const certified = await fileOfRecord(platform.pool, holder, record.act.evidence);
  const links = (
    <>
      <p class="row">
        <a class="button" href={to('signPdf', { code })}>
          {tr('signing.download')}
        </a>
      </p>
      {certified ? <CertifiedLink {...{ lang, code, ...certified }} /> : null}
      <ul>
        {platform.config.tsa ? (
          <li>
            <a href={to('signStampedPdf', { code })}>{tr('signing.downloadStamped')}</a>
          </li>
        ) : null}
        <li>
          <a href={to('verifyReceipt', { agency: agency.id, receipt: signed?.receipt ?? '' })}>
            {tr('signing.verify')}
          </a>
        </li>
        <li>
          {proof ? <a href={to('signProof', { code })}>{tr('signing.proof')}</a> : tr('signing.proofSoon')}
        </li>
      </ul>
      <p>{tr('signing.whatNext')}</p>
      <p>
        <a href={to('signOwnData', { code })}>{tr('signing.ownData')}</a>
      </p>
    </>
  );
  return show(c, {
    title: tr('signing.doneTitle'),
    narrow: true,
    islands: ['sign'],
    body: (
      <div data-later-over={LATER_SCRIPT}>
        <Receipt lang={lang} record={record} index={stored.idx} again={again} links={links} />
      </div>
    ),
  });
}
