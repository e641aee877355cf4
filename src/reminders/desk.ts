import { addressIn, openMailer } from '../platform/mail/index.ts';
import type { Platform } from '../platform/platform.ts';
import { to } from '../urls.ts';
import type { Addressee, Channel } from './due.ts';
import { postMessage } from './gateway.ts';
import type { Matter } from './matter.ts';
import type { Claimed, Outcome } from './message.ts';
import { bothLanguages, personWords, staffWords, type Words } from './text.ts';

/** Where messages of one channel are handed over; one connection, kept until `close`. */
export interface Desk {
  perMinute: number;
  send(matter: Matter, to: Addressee, claimed: Claimed, address: string): Promise<Outcome>;
  close(): void;
}

const MAILS_PER_MINUTE = 60;
const POSTS_PER_MINUTE = 300;

export function deskOf(platform: Platform, channel: Channel): Desk {
  return channel === 'mail' ? mailDesk(platform) : gatewayDesk(platform);
}

function mailDesk({ config: { mail: config } }: Platform): Desk {
  if (!config) throw new Error('no mail server is set');
  const mailer = openMailer(config);
  const host = addressIn(config.from).split('@')[1] as string;
  return {
    perMinute: config.perMinute ?? MAILS_PER_MINUTE,
    send: (matter, addressee, claimed, address) => {
      const words = wordsFor(matter, addressee, claimed);
      return mailer.hand({
        ...{ to: address, subject: words.subject, text: bothLanguages(words), fromName: matter.agency.name },
        ...(matter.plan.replyTo ? { replyTo: matter.plan.replyTo } : {}),
        messageId: messageId(claimed.token, host),
      });
    },
    close: () => mailer.close(),
  };
}

function gatewayDesk(platform: Platform): Desk {
  return {
    perMinute: POSTS_PER_MINUTE,
    send: (matter, addressee, claimed) => {
      const { agency, campaign, plan } = matter;
      const { id, en } = wordsFor(matter, addressee, claimed);
      const { title, deadline } = campaign;
      return postMessage(platform, plan, {
        ...{ id: claimed.token, kind: 'reminder', number: claimed.seq, text: { id, en } },
        institution: { id: agency.id, name: agency.name },
        campaign: { id: campaign.id, title, deadline: deadline.toISOString() },
        person: { id: addressee.target, name: addressee.name },
        link: linkOf(matter, claimed),
      });
    },
    close: () => {},
  };
}

/** What a delivery report names; the token within is keyed. */
export function messageId(token: string, host: string): string {
  return `<ikrar-${token}@${host}>`;
}

function wordsFor(matter: Matter, addressee: Addressee, claimed: Claimed): Words {
  const { origin, agencyId: agency, campaignId: campaign } = matter;
  const { name } = addressee;
  if (addressee.level === 'person') return personWords(matter, { name, link: linkOf(matter, claimed) });
  const page = origin + to('reminders', { agency, campaign });
  return staffWords(matter, addressee.level, { name, units: addressee.units, page });
}

function linkOf({ origin }: Matter, { code }: Claimed): string | null {
  return code && origin + to('sign', { code });
}
