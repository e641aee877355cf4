import {
  type Contents,
  contentsIn,
  fromText,
  type IdentityText,
  type KeyPair,
  type MessageText,
  openSealed,
  SealError,
  sealTo,
  utf8,
} from '../seal/index.ts';
import type { BoxHead, BoxRead } from './box-format.ts';

export interface OpenedMessage {
  n: number;
  mine: boolean;
  day: string;
  /** Null where it does not open. */
  contents: Contents | null;
}

export interface Opened {
  dialogue: KeyPair;
  /** The newest first. */
  messages: OpenedMessage[];
  /** Messages that are on further pages. */
  more: number;
}

/** In browsers, and on the server where there is no script. Null: nobody has this code. */
export async function openBox({ head, sealed }: BoxRead, own: KeyPair): Promise<Opened | null> {
  const place = { agency: head.agency, case: head.case };
  const dialogue = await dialogueOf(head, own);
  if (!dialogue) return null;
  const messages: OpenedMessage[] = [];
  for (const [index, bytes] of sealed.entries()) {
    const { n, sender, day } = head.messages[index] as BoxHead['messages'][number];
    const bound = { ...place, purpose: 'dialogue', from: sender, to: 'dialogue' } as const;
    const contents = await openSealed(dialogue.privateKey, bytes, bound).then(contentsIn, () => null);
    messages.push({ n, mine: sender === 'reporter', day, contents });
  }
  return { dialogue, messages, more: head.messages.length - sealed.length };
}

/** What is written back, sealed to the case. @throws SealError too-long */
export function sealReply(
  head: Pick<BoxHead, 'agency' | 'case'>,
  dialogue: KeyPair,
  contents: MessageText | IdentityText,
): Promise<Uint8Array> {
  const bound = { agency: head.agency, case: head.case, from: 'reporter', to: 'dialogue' } as const;
  return sealTo(dialogue.publicKey, utf8(JSON.stringify(contents)), { ...bound, purpose: 'dialogue' });
}

async function dialogueOf(head: BoxHead, own: KeyPair): Promise<KeyPair | null> {
  const bound = { agency: head.agency, case: head.case, from: 'reporter', to: 'reporter' } as const;
  try {
    const both = await openSealed(own.privateKey, fromText(head.mailbox), { ...bound, purpose: 'mailbox' });
    return { privateKey: both.slice(0, 32), publicKey: both.slice(32, 64) };
  } catch (error) {
    if (error instanceof SealError) return null;
    throw error;
  }
}
